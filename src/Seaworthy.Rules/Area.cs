namespace Seaworthy.Rules;

/// <summary>Where a rule counts in the score.</summary>
public enum Area
{
    Containers,
    Configuration,
    Secrets,
    PortsAndHealth,
    Dependencies,
    Orchestration,
    Pipelines,
    Migrations,
    Backup,
    Automation,
    Observability,
    Security,
    Scaling,
    Platforms,
    Mobile,
    Documentation,
}
