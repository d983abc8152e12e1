using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>One FROM and the instructions up to the next, without what it inherits from another stage or a base image.</summary>
/// <param name="Base">The image or stage after FROM.</param>
/// <param name="Span">The FROM instruction.</param>
public sealed record DockerStage(int Index, Template Base, SourceSpan Span)
{
    // A generated file sets thousands of variables, and each of its instructions asks for some.
    private readonly ILookup<string, DockerInstruction>? environment;
    private readonly ILookup<string, DockerInstruction>? arguments;
    private readonly ILookup<Type, DockerInstruction>? kinds;

    /// <summary>The name after AS, as written.</summary>
    public Fact<string>? Name { get; init; }

    /// <summary>The earlier stage that the base names literally; null when the base is an image, or holds a variable.</summary>
    public DockerStage? BaseStage { get; init; }

    /// <summary>The stage and those that it is built upon, whose layers it keeps, the lowest last.</summary>
    public IEnumerable<DockerStage> Down
    {
        get
        {
            for (var at = this; at is not null; at = at.BaseStage)
            {
                yield return at;
            }
        }
    }

    public Template? Platform { get; init; }

    /// <summary>In the order of the file. A line that sets several variables, ports, labels or volumes gives one instruction for each.</summary>
    public IReadOnlyList<DockerInstruction> Instructions
    {
        get;
        init
        {
            field = value;
            environment = Environment(value);
            arguments = Arguments(value);
            kinds = Kinds(value);
        }
    } = [];

    /// <summary>Each instruction of the file once, however many variables, ports or labels it sets.</summary>
    public IEnumerable<SourceSpan> Lines => Instructions.Select(instruction => instruction.Span).DistinctBy(span => span.Start);

    /// <summary>The last of each kind that this stage writes itself.</summary>
    public DockerInstruction.User? User => Last<DockerInstruction.User>();

    /// <summary>SHELL replaces <c>/bin/sh</c>, for health checks too.</summary>
    public bool HasOwnShell => Last<DockerInstruction.Shell>() is not null;

    public DockerInstruction.Workdir? Workdir => Last<DockerInstruction.Workdir>();

    public DockerInstruction.Cmd? Cmd => Last<DockerInstruction.Cmd>();

    public DockerInstruction.Entrypoint? Entrypoint => Last<DockerInstruction.Entrypoint>();

    public DockerInstruction.Healthcheck? Healthcheck => Last<DockerInstruction.Healthcheck>();

    public bool IsNamed(string name) => string.Equals(Name?.Value, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The last instruction of a kind, in the whole stage or before another of its instructions.</summary>
    public T? Last<T>(DockerInstruction? before = null)
        where T : DockerInstruction => (T?)LastBefore(kinds?[typeof(T)], before);

    /// <summary>
    /// The ENV and ARG instructions whose effect an instruction sees, in order, those of the stages below it first; with null, those in force at the end of the stage.
    /// Variables of one line do not see each other. The instruction may be in a stage below: what comes after it there is left out.
    /// </summary>
    public IEnumerable<DockerInstruction> VariablesAt(DockerInstruction? at = null) =>
        (BaseStage?.VariablesAt(at) ?? []).Concat(
            Instructions.Where(found =>
                found is DockerInstruction.Env or DockerInstruction.Arg && (at is null || found.Span.Start < at.Span.Start)
            )
        );

    /// <summary>What gives a variable its value at an instruction: the last ENV of the name, else the last ARG; null when this file gives none.</summary>
    public DockerInstruction? FindVariable(string name, DockerInstruction? at = null)
    {
        DockerInstruction? argument = null;
        foreach (var stage in Down)
        {
            if (LastBefore(stage.environment?[name], at) is { } found)
            {
                return found;
            }

            argument ??= LastBefore(stage.arguments?[name], at);
        }

        return argument;
    }

    /// <summary>The last ARG of a name before an instruction, whatever ENV says.</summary>
    public DockerInstruction.Arg? FindArgument(string name, DockerInstruction? at = null) =>
        Down.Select(stage => LastBefore(stage.arguments?[name], at) as DockerInstruction.Arg).FirstOrDefault(found => found is not null);

    /// <summary>Every ARG of a name in this stage.</summary>
    public IEnumerable<DockerInstruction> Arguments(string name) => arguments?[name] ?? [];

    /// <summary>Every ENV of a name in this stage.</summary>
    public IEnumerable<DockerInstruction> Settings(string name) => environment?[name] ?? [];

    private static DockerInstruction? LastBefore(IEnumerable<DockerInstruction>? found, DockerInstruction? before) =>
        found is IList<DockerInstruction> list && CountBefore(list, before) is > 0 and var count ? list[count - 1] : null;

    /// <summary>How many of instructions in the order of the file begin before another.</summary>
    private static int CountBefore(IList<DockerInstruction> found, DockerInstruction? before)
    {
        var (low, high) = (0, found.Count);
        while (before is not null && low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = found[middle].Span.Start < before.Span.Start ? (middle + 1, high) : (low, middle);
        }

        return high;
    }

    private static ILookup<string, DockerInstruction> Environment(IReadOnlyList<DockerInstruction> instructions) =>
        instructions
            .OfType<DockerInstruction.Env>()
            .ToLookup(env => env.Name.Value, DockerInstruction (env) => env, StringComparer.Ordinal);

    private static ILookup<string, DockerInstruction> Arguments(IReadOnlyList<DockerInstruction> instructions) =>
        instructions
            .OfType<DockerInstruction.Arg>()
            .ToLookup(arg => arg.Name.Value, DockerInstruction (arg) => arg, StringComparer.Ordinal);

    private static ILookup<Type, DockerInstruction> Kinds(IReadOnlyList<DockerInstruction> instructions) =>
        instructions.ToLookup(found => found.GetType());
}
