namespace Seaworthy.Deploying.Planning;

/// <summary>The health check that the file gives a service, over the image's own.</summary>
/// <param name="Command">For the container's shell; null to keep the image's.</param>
public sealed record HealthDefinition(string? Command)
{
    public string? Interval { get; init; }

    public string? Timeout { get; init; }

    public string? StartPeriod { get; init; }

    public string? Retries { get; init; }

    public bool IsDisabled { get; init; }
}
