using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A <c>location</c> block.</summary>
/// <param name="Modifier">Empty (prefix), <c>=</c>, <c>~</c>, <c>~*</c>, <c>^~</c>, or <c>@</c> for a named one.</param>
public sealed record NginxLocation(string Modifier, Fact<string> Path, SourceSpan Span)
{
    /// <summary><c>proxy_pass</c>, <c>grpc_pass</c>, <c>fastcgi_pass</c> or <c>uwsgi_pass</c>.</summary>
    public ProxyTarget? Target { get; init; }

    /// <summary>The directive's name: <c>proxy_pass</c>…</summary>
    public string? TargetDirective { get; init; }

    public Fact<string>? Root { get; init; }

    public Fact<string>? Alias { get; init; }

    public IReadOnlyList<Fact<string>> Index { get; init; } = [];

    public IReadOnlyList<Fact<string>> TryFiles { get; init; } = [];

    public Fact<string>? Return { get; init; }

    public IReadOnlyList<NginxRewrite> Rewrites { get; init; } = [];

    /// <summary><c>add_header</c>.</summary>
    public IReadOnlyList<NginxHeader> Headers { get; init; } = [];

    public IReadOnlyList<NginxLocation> Locations { get; init; } = [];

    /// <summary><c>client_max_body_size</c>, as written.</summary>
    public Fact<string>? MaximumBodySize { get; init; }

    /// <summary>What limits who may come in: <c>auth_basic</c>, <c>deny all</c>, an <c>if</c> that answers 403, an included file that may do so; <c>off</c> where it takes away that of the blocks around it.</summary>
    public Fact<string>? Guard { get; init; }

    /// <summary>Of a regular expression for every path with one of these endings: <c>js</c>, <c>png</c>; else empty.</summary>
    public IReadOnlyList<string> Suffixes { get; init; } = [];

    /// <summary>Of a regular expression such as <c>^/api/(orders|carts)/</c>: the paths that it matches only with a slash behind them; else empty.</summary>
    public IReadOnlyList<string> NeedSlash { get; init; } = [];

    public bool IsRegularExpression => Modifier is "~" or "~*";
}
