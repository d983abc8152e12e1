using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A <c>server</c> block.</summary>
public sealed record NginxServer(IReadOnlyList<NginxListen> Listens, IReadOnlyList<Fact<string>> Names, SourceSpan Span)
{
    public IReadOnlyList<NginxLocation> Locations { get; init; } = [];

    public Fact<string>? Root { get; init; }

    public IReadOnlyList<Fact<string>> Index { get; init; } = [];

    public IReadOnlyList<Fact<string>> TryFiles { get; init; } = [];

    public IReadOnlyList<Fact<string>> Certificates { get; init; } = [];

    /// <summary><c>return</c> and its arguments, outside of locations.</summary>
    public Fact<string>? Return { get; init; }

    /// <summary>The <c>return</c>, or the redirect of every path by <c>rewrite</c>, that ends each request before a location is chosen.</summary>
    public Fact<string>? Ending { get; init; }

    public IReadOnlyList<NginxRewrite> Rewrites { get; init; } = [];

    public IReadOnlyList<NginxHeader> Headers { get; init; } = [];

    /// <summary>What limits who may come in: <c>auth_basic</c>, <c>deny all</c>, an <c>if</c> that answers 403, an included file that may do so; <c>off</c> where it takes away that of the blocks around it.</summary>
    public Fact<string>? Guard { get; init; }

    /// <summary><c>client_max_body_size</c>, as written.</summary>
    public Fact<string>? MaximumBodySize { get; init; }
}
