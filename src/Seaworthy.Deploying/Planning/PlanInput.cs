using Seaworthy.Deploying.Certificates;

namespace Seaworthy.Deploying.Planning;

/// <summary>All that a plan depends on.</summary>
public sealed record PlanInput(ProjectDefinition Project, ObservedState Observed, ProxyLayout Proxy)
{
    public required int Release { get; init; }

    /// <summary>For each service a keyed hash of its image and definition; a service whose image is not known yet has none.</summary>
    public IReadOnlyDictionary<string, string> Configurations { get; init; } = new Dictionary<string, string>();

    /// <summary>The same of the proxy.</summary>
    public string ProxyConfiguration { get; init; } = "";

    /// <summary>What the release that runs was made of, for services that run once.</summary>
    public IReadOnlyDictionary<string, string> Current { get; init; } = new Dictionary<string, string>();

    /// <summary>The image of each service, as its containers are made from.</summary>
    public IReadOnlyDictionary<string, string> Images { get; init; } = new Dictionary<string, string>();

    /// <summary>Hosts that are to get another certificate.</summary>
    public IReadOnlyList<CertificateChange> Certificates { get; init; } = [];

    /// <summary>Hosts that need a certificate, and neither have nor get one.</summary>
    public IReadOnlyList<string> Uncertified { get; init; } = [];

    /// <summary>Certificates that are to be ordered; null for none.</summary>
    public AcmeOrder? Order { get; init; }

    /// <summary>The image of the client that orders them.</summary>
    public string AcmeImage { get; init; } = "";

    /// <summary>How long the new release is watched.</summary>
    public TimeSpan Watch { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The share of traffic and the time of a canary; null for none.</summary>
    public Canary? Canary { get; init; }

    /// <summary>How many releases are kept for a rollback.</summary>
    public int Kept { get; init; } = 3;
}
