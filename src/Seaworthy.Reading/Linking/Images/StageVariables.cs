using System.Text;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>ARG and ENV as one build sees them: defaults, and what the caller passes.</summary>
/// <remarks>Source: Dockerfile reference, "ARG" and "Environment replacement".</remarks>
internal sealed class StageVariables(Dockerfile dockerfile, ImageBuild build)
{
    private const int DepthLimit = 16;

    // A value may ask for another many times, and that for a third.
    private const int MaxLength = 100_000;
    private const int MaxPlaces = 1_000;
    private const int MaxTogether = 10_000_000;

    private readonly Dictionary<string, BuildArgument> passed = Passed(build.Arguments);
    private int together;

    public Dockerfile Dockerfile { get; } = dockerfile;

    /// <summary>A value as an instruction sees it; unset variables are empty, as the builder has it.</summary>
    public Resolved Resolve(Template template, DockerStage stage, DockerInstruction? at = null) =>
        Resolve(template, name => stage.FindVariable(name, at), stage, 0);

    /// <summary>What a stage copies from its context, relative to it, each with the instruction: <c>target/app.jar</c>. Sources that nobody can tell are left out.</summary>
    public IEnumerable<Fact<string>> CopiedFromContext(DockerStage stage) =>
        from copy in stage.Instructions.OfType<DockerInstruction.Copy>()
        where copy.From is null
        from source in copy.Sources
        let path = Resolve(source, stage, copy).Text?.TrimStart('/')
        where path is not null
        select new Fact<string>(path, copy.Span);

    /// <summary>The value of one variable for the commands of an instruction; null when it is unset or not known.</summary>
    public string? Value(string name, DockerStage stage, DockerInstruction at) =>
        Value(new TemplatePart(name, name), other => stage.FindVariable(other, at), stage, 0) is { Unset.Count: 0, Text: { } text }
            ? text
            : null;

    /// <summary>A FROM line sees only the ARGs before the first FROM.</summary>
    public Resolved ResolveBase(Template template) =>
        Resolve(template, name => Dockerfile.GlobalArgs.LastOrDefault(arg => arg.Name.Value == name), null, 0);

    /// <summary>The ENV of a stage with the values it ends with.</summary>
    public IEnumerable<SuppliedVariable> Environment(DockerStage stage) =>
        stage
            .VariablesAt()
            .OfType<DockerInstruction.Env>()
            .GroupBy(env => env.Name.Value, StringComparer.Ordinal)
            .Select(group => group.Last())
            .Select(env => new SuppliedVariable(env.Name.Value, Resolve(env.Value, stage, env), env.Pair, SupplyOrigin.ImageEnv));

    private Resolved Resolve(Template template, Func<string, DockerInstruction?> find, DockerStage? stage, int depth)
    {
        if (template.Literal is { } literal)
        {
            return Resolved.Known(literal, template.Span);
        }

        List<SourceSpan> chain = [template.Span];
        List<string> unset = [];
        StringBuilder text = new();
        foreach (var part in template.Parts)
        {
            var value = part.Variable is null ? Resolved.Known(part.Text) : Value(part, find, stage, depth);
            if (value.Text is null)
            {
                return Resolved.Unknown(value.UnknownBecause ?? "a variable is unknown", [.. chain, .. value.Chain]);
            }

            chain.AddRange(value.Chain);
            unset.AddRange(value.Unset);
            text.Append(value.Text);
            if (
                text.Length > MaxLength + template.Raw.Length
                || chain.Count + unset.Count > MaxPlaces + template.Parts.Count
                || together > MaxTogether
            )
            {
                return Resolved.Unknown("the text becomes too long", template.Span);
            }
        }

        together += text.Length;
        return new Resolved(text.ToString(), chain) { Unset = unset };
    }

    private Resolved Value(TemplatePart part, Func<string, DockerInstruction?> find, DockerStage? stage, int depth)
    {
        var name = part.Variable ?? "";
        if (depth > DepthLimit)
        {
            return Resolved.Unknown($"{name} refers to itself");
        }

        var given = find(name) switch
        {
            DockerInstruction.Env env => stage is null
                ? null
                : Resolve(env.Value, other => stage.FindVariable(other, env), stage, depth + 1),
            DockerInstruction.Arg arg => Argument(arg, stage, depth),
            _ => null,
        };
        return part.Operator switch
        {
            ":-" or "-" when given is null && part.Word is { } word => Resolve(word, find, stage, depth + 1),
            ":+" or "+" => given is not null && part.Word is { } word ? Resolve(word, find, stage, depth + 1) : Resolved.Known(""),
            "#" or "%" or "/" => Resolved.Unknown($"{part.Text} is cut out of a value by a pattern"),
            _ => given ?? BuiltIn(name),
        };
    }

    private Resolved Argument(DockerInstruction.Arg arg, DockerStage? stage, int depth)
    {
        if (passed.GetValueOrDefault(arg.Name.Value) is { } given)
        {
            return given.Value ?? Resolved.Unknown($"build argument {arg.Name.Value} comes from the caller's environment", given.Span);
        }

        // The default of an ARG before the first FROM has its value there, whatever a stage that brings it in has under the same names.
        return arg is { Default: null, Global: { } global } ? Argument(global, null, depth)
            : arg.Default is { } value
                ? Resolve(value, other => stage is null ? GlobalBefore(arg, other) : stage.FindVariable(other, arg), stage, depth + 1)
            : Resolved.Unknown($"ARG {arg.Name.Value} has no default, and nothing here passes it", arg.Span);
    }

    /// <summary><c>ARG VERSION=16</c> above <c>ARG IMAGE=node:${VERSION}</c>.</summary>
    private DockerInstruction.Arg? GlobalBefore(DockerInstruction.Arg arg, string name) =>
        Dockerfile.GlobalArgs.TakeWhile(other => !ReferenceEquals(other, arg)).LastOrDefault(other => other.Name.Value == name);

    private static Dictionary<string, BuildArgument> Passed(IReadOnlyList<BuildArgument> arguments)
    {
        Dictionary<string, BuildArgument> last = new(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            last[argument.Name] = argument;
        }

        return last;
    }

    private static Resolved BuiltIn(string name) =>
        name
            is "TARGETPLATFORM"
                or "TARGETOS"
                or "TARGETARCH"
                or "TARGETVARIANT"
                or "BUILDPLATFORM"
                or "BUILDOS"
                or "BUILDARCH"
                or "BUILDVARIANT"
                or "PATH"
                or "HOME"
            ? Resolved.Unknown($"{name} depends on where the image is built")
            : new Resolved("", []) { Unset = [name] };
}
