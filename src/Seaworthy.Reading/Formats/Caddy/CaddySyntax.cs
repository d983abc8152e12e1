using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Caddy;

/// <summary>The lines at the top of a Caddyfile.</summary>
internal sealed record CaddySyntax(IReadOnlyList<CaddyDirective> Lines, IReadOnlyList<Problem> Problems);
