using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>One FROM and the instructions up to the next. What it inherits from another stage or from a base image is not told here.</summary>
/// <param name="Base">The image or stage after FROM.</param>
/// <param name="Span">The FROM instruction.</param>
public sealed record DockerStage(int Index, Template Base, SourceSpan Span)
{
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
    public IReadOnlyList<DockerInstruction> Instructions { get; init; } = [];

    /// <summary>The last of each kind that this stage writes itself.</summary>
    public DockerInstruction.User? User => Last<DockerInstruction.User>();

    public DockerInstruction.Workdir? Workdir => Last<DockerInstruction.Workdir>();

    public DockerInstruction.Cmd? Cmd => Last<DockerInstruction.Cmd>();

    public DockerInstruction.Entrypoint? Entrypoint => Last<DockerInstruction.Entrypoint>();

    public DockerInstruction.Healthcheck? Healthcheck => Last<DockerInstruction.Healthcheck>();

    public bool IsNamed(string name) => string.Equals(Name?.Value, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The last instruction of a kind, in the whole stage or before another of its instructions.</summary>
    public T? Last<T>(DockerInstruction? before = null)
        where T : DockerInstruction =>
        Instructions.OfType<T>().LastOrDefault(found => before is null || found.Span.Start < before.Span.Start);

    /// <summary>
    /// The ENV and ARG instructions whose effect an instruction sees, in order, those of the stages below it first; with null, those in force at the end of the stage.
    /// Variables of one line do not see each other. The instruction may stand in a stage below: what comes after it there is left out.
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
        DockerInstruction? environment = null;
        foreach (var found in VariablesAt(at))
        {
            switch (found)
            {
                case DockerInstruction.Env env when env.Name.Value == name:
                    environment = env;
                    break;
                case DockerInstruction.Arg arg when arg.Name.Value == name:
                    argument = arg;
                    break;
            }
        }

        return environment ?? argument;
    }
}
