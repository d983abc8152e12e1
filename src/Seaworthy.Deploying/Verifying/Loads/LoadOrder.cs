using Seaworthy.Deploying.Verifying.Addresses;

namespace Seaworthy.Deploying.Verifying.Loads;

/// <summary>A load that has bounds: it ends with the first that is reached.</summary>
/// <param name="Address">What is asked.</param>
/// <param name="Method"><c>GET</c> or <c>POST</c>.</param>
public sealed record LoadOrder(PublicAddress Address, string Method)
{
    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(5);

    public int Connections { get; init; } = 4;

    public int MostRequests { get; init; } = 2000;

    /// <summary>Between two requests of a connection.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Another machine may be asked than this one.</summary>
    public bool IsPublic { get; init; }
}
