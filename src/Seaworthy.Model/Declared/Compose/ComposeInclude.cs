using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>An entry of <c>include:</c>: another Compose file (with its overrides) as a project of its own.</summary>
/// <param name="Paths">The first is the file itself, the others override it.</param>
public sealed record ComposeInclude(IReadOnlyList<Template> Paths, SourceSpan Span)
{
    public IReadOnlyList<Template> EnvFiles { get; init; } = [];

    /// <summary>What relative paths in the included file start from; by default its own directory.</summary>
    public Template? ProjectDirectory { get; init; }
}
