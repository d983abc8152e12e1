using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Caddy;

/// <summary>A line of a Caddyfile (its first word and the rest) with its block, if it opens one. The global options have no words.</summary>
internal sealed record CaddyDirective(IReadOnlyList<Fact<string>> Words, IReadOnlyList<CaddyDirective>? Block, SourceSpan Span)
{
    public string Name => Words is [var first, ..] ? first.Value : "";

    public IEnumerable<Fact<string>> Arguments => Words.Skip(1);
}
