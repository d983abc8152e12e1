using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>One build of a Bake file. Properties that are not written are null.</summary>
/// <param name="Span">Its first line.</param>
/// <remarks>Source: Docker documentation, "Bake file reference", "Target".</remarks>
public sealed record BakeTarget(string Name, SourceSpan Span)
{
    /// <summary>Targets whose properties it takes over, the last first of all.</summary>
    public IReadOnlyList<string> Inherits { get; init; } = [];

    /// <summary>Relative to where the command runs.</summary>
    public BakeText? Context { get; init; }

    /// <summary>Relative to the context.</summary>
    public BakeText? Dockerfile { get; init; }

    /// <summary>The Dockerfile is written in the Bake file itself.</summary>
    public bool IsInline { get; init; }

    public BakeText? Target { get; init; }

    public IReadOnlyList<BakeArgument> Arguments { get; init; } = [];

    /// <summary>Of the targets it inherits; they are meant for all of their heirs.</summary>
    public IReadOnlyList<BakeArgument> InheritedArguments { get; init; } = [];

    /// <summary>Contexts beside the main one, by which <c>FROM</c> and <c>COPY --from</c> name them.</summary>
    public IReadOnlyList<string> ContextNames { get; init; } = [];

    /// <summary>With the properties of another below its own.</summary>
    public BakeTarget Over(BakeTarget below)
    {
        ArgumentNullException.ThrowIfNull(below);
        return this with
        {
            Context = Context ?? below.Context,
            Dockerfile = Dockerfile ?? below.Dockerfile,
            IsInline = IsInline || below.IsInline,
            Target = Target ?? below.Target,
            InheritedArguments =
            [
                .. InheritedArguments,
                .. below
                    .Arguments.Concat(below.InheritedArguments)
                    .Where(argument => Arguments.Concat(InheritedArguments).All(own => own.Name != argument.Name)),
            ],
            ContextNames = [.. ContextNames.Union(below.ContextNames, StringComparer.Ordinal)],
        };
    }
}
