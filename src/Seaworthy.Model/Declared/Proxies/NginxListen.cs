using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A <c>listen</c> directive; <paramref name="Port"/> is null when it is computed or a socket.</summary>
public sealed record NginxListen(string Address, int? Port, bool IsTls, bool IsDefault, SourceSpan Span)
{
    /// <summary>The address as written: <c>[::]:443</c>, <c>${PORT}</c>.</summary>
    public string Raw { get; init; } = "";
}
