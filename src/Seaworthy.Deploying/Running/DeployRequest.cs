using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>What the one who deploys asks for.</summary>
public sealed record DeployRequest
{
    /// <summary>The commit of the tree; null outside git.</summary>
    public string? Commit { get; init; }

    public bool HasChanges { get; init; }

    public string ProxyImage { get; init; } = "haproxy:2.6-alpine";

    public string AcmeImage { get; init; } = AcmeClient.UsualImage;

    /// <summary>What is given for TLS.</summary>
    public GivenCertificates Certificates { get; init; } = GivenCertificates.None;

    public TimeSpan Watch { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan HealthLimit { get; init; } = TimeSpan.FromSeconds(120);

    public Canary? Canary { get; init; }

    /// <summary>Findings that do not close the gate, each with the reason.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>What is built counts as built already: the image that runs is taken for the one that would be.</summary>
    public bool TakesRunningImages { get; init; }

    /// <summary>Fields of a cluster's objects that others have set are set all the same.</summary>
    public bool TakesOverFields { get; init; }

    /// <summary>Nothing is built, pulled or touched.</summary>
    public bool IsDryRun { get; init; }
}
