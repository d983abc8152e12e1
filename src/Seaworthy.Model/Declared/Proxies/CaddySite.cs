using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A site block: the addresses it answers to, and where it sends requests.</summary>
/// <param name="Addresses">As written: <c>example.com</c>, <c>:8080</c>, <c>http://localhost</c>.</param>
public sealed record CaddySite(IReadOnlyList<Fact<string>> Addresses, IReadOnlyList<CaddyProxy> Proxies, SourceSpan Span)
{
    /// <summary><c>root</c>: the directory that is served.</summary>
    public IReadOnlyList<Fact<string>> Roots { get; init; } = [];

    public bool ServesFiles { get; init; }
}
