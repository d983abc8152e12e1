using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>What the steps of one deployment share.</summary>
public sealed record DeployContext(DockerEngine Engine, StateDirectory State, LedgerFile Ledger, TrafficControl Traffic)
{
    public required string Project { get; init; }

    /// <summary>What is declared; null while an older deployment is brought to its end.</summary>
    public ProjectDefinition? Definition { get; init; }

    public ProxyLayout? Proxy { get; init; }

    public string ProxyConfiguration { get; init; } = "";

    /// <summary>The certificates that hosts are to get.</summary>
    public IReadOnlyDictionary<string, CertificatePair> Certificates { get; init; } = new Dictionary<string, CertificatePair>();

    /// <summary>Certificates that are to be ordered; null for none.</summary>
    public AcmeOrder? Order { get; init; }

    public string AcmeImage { get; init; } = "";

    public AcmeStore Acme { get; } = new(Engine, State);

    public IReadOnlyDictionary<string, string> Images { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Configurations { get; init; } = new Dictionary<string, string>();

    public int Release { get; init; }

    /// <summary>Keys for copies that are made on the way.</summary>
    public CopyKeys CopyKeys { get; init; } = CopyKeys.None;

    /// <summary>How long a container may take to become well.</summary>
    public TimeSpan HealthLimit { get; init; } = TimeSpan.FromSeconds(120);

    public TimeSpan MigrationLimit { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan Watch { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(30);

    public Canary? Canary { get; init; }

    public int Kept { get; init; } = 3;

    /// <summary>The record of the release, once it counts.</summary>
    public ReleaseRecord? Record { get; init; }

    /// <summary>Identities of the backups that were made on the way.</summary>
    public IList<string> Backups { get; } = [];

    public Action<DeployProgress> OnProgress { get; init; } = _ => { };

    public ServiceDefinition Service(DeployStep step) =>
        Definition?.Find(step.Service ?? "") ?? throw new DeployFailedException($"there is no service '{step.Service}'");
}
