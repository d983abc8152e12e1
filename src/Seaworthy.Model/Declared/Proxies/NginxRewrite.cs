using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary><c>rewrite pattern replacement flag</c>.</summary>
public sealed record NginxRewrite(string Pattern, string Replacement, string? Flag, SourceSpan Span);
