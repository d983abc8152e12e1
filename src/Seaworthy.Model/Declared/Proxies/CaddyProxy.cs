using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary><c>reverse_proxy</c> or <c>php_fastcgi</c> with its upstreams.</summary>
/// <param name="Path">The path that leads here: the matcher's, or that of the <c>handle</c> around it; null for all (or when it is computed).</param>
public sealed record CaddyProxy(string? Path, IReadOnlyList<ProxyTarget> Targets, SourceSpan Span)
{
    /// <summary>The matched prefix is taken away before the request goes on: <c>handle_path</c>, <c>uri strip_prefix</c>.</summary>
    public bool StripsPrefix { get; init; }

    /// <summary>What may limit who comes in, here or in the blocks around: <c>basic_auth</c>, <c>forward_auth</c>, an imported snippet.</summary>
    public Fact<string>? Guard { get; init; }
}
