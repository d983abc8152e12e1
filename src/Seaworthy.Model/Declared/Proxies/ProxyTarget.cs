using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>Where a proxy sends requests: a URL or <c>host:port</c>, with the parts that are literal.</summary>
public sealed record ProxyTarget(Template Url, SourceSpan Span)
{
    /// <summary><c>http</c>, <c>https</c>, <c>grpc</c>, <c>fastcgi</c>, <c>h2c</c>…; empty when the address has none.</summary>
    public string Scheme { get; init; } = "";

    /// <summary>A host name, an address, or the name of an upstream; null when it is computed.</summary>
    public string? Host { get; init; }

    /// <summary>Null when absent (then the scheme's default) or computed.</summary>
    public int? Port { get; init; }

    /// <summary>A port is written, but computed.</summary>
    public bool IsPortComputed { get; init; }

    /// <summary>The URI part; null when there is none, which for nginx means that the request's own path is passed on unchanged.</summary>
    public string? Path { get; init; }

    /// <summary><c>unix:/path</c>.</summary>
    public bool IsSocket { get; init; }
}
