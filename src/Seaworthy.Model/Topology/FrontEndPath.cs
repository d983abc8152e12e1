using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Requests of a front end to the server that it came from, which its development server passes on.</summary>
/// <param name="Path">How they begin.</param>
/// <param name="Proxy">The rule of the development server.</param>
/// <param name="Calls">Where the source asks, the plainest first.</param>
public sealed record FrontEndPath(string Path, SourceSpan Proxy, IReadOnlyList<Fact<string>> Calls)
{
    /// <summary>The first of the calls is written out: no variable gives it another beginning.</summary>
    public bool IsWrittenOut { get; init; }

    /// <summary>The workload of the same target that the development server means, as an address.</summary>
    public string? Upstream { get; init; }
}
