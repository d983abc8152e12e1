using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A rule of <c>develop.watch</c>: what happens when files change during development.</summary>
/// <remarks>Source: the Compose specification, "Compose Develop Specification".</remarks>
public sealed record ComposeWatch(Template Path, SourceSpan Span)
{
    public Fact<string>? Action { get; init; }

    public Template? Target { get; init; }

    public IReadOnlyList<Template> Ignore { get; init; } = [];
}
