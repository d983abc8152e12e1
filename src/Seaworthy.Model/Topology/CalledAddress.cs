using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An address that a deployed page calls and that a browser may not reach from there: one on localhost, or one without TLS.</summary>
/// <param name="Address">As the page has it: <c>http://localhost:8000</c>.</param>
/// <param name="Origin">Where the address comes from.</param>
/// <param name="Calls">The requests to it.</param>
public sealed record CalledAddress(string Address, SourceSpan Origin, IReadOnlyList<SourceSpan> Calls)
{
    /// <summary>It is on localhost: in a browser, that is the machine of its user.</summary>
    public bool IsLoopback { get; init; }

    /// <summary>The variable that would say another address, and that nothing in the repository sets; null when the source asks for none, or the target gives this very address.</summary>
    public string? Unset { get; init; }
}
