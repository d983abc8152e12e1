namespace Seaworthy.Deploying.Planning;

/// <summary>The steps from what runs to what is declared.</summary>
/// <param name="Release">The number of the release that they make.</param>
public sealed record DeployPlan(int Release, IReadOnlyList<DeployStep> Steps)
{
    /// <summary>Services that run as they are declared.</summary>
    public IReadOnlyList<string> Unchanged { get; init; } = [];

    /// <summary>Containers of services that are declared no more.</summary>
    public IReadOnlyList<string> Orphans { get; init; } = [];

    /// <summary>Everything runs as it is declared.</summary>
    public bool IsEmpty => Steps.Count == 0;
}
