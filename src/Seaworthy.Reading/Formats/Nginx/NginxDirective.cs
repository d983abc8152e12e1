using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Nginx;

/// <summary>A directive with its arguments (quotes undone) and, when it has one, its block.</summary>
/// <param name="Span">From the name to the last argument.</param>
internal sealed record NginxDirective(
    Fact<string> Name,
    IReadOnlyList<Fact<string>> Arguments,
    IReadOnlyList<NginxDirective>? Block,
    SourceSpan Span
)
{
    /// <summary>The first argument, or null.</summary>
    public Fact<string>? First => Arguments is [var first, ..] ? first : null;

    public IEnumerable<NginxDirective> All(string name) => (Block ?? []).Where(directive => directive.Name.Value == name);

    public NginxDirective? Last(string name) => All(name).LastOrDefault();
}
