using Seaworthy.Rules.Automation;
using Seaworthy.Rules.Backup;
using Seaworthy.Rules.Configuration;
using Seaworthy.Rules.Containers;
using Seaworthy.Rules.Dependencies;
using Seaworthy.Rules.Documentation;
using Seaworthy.Rules.Files;
using Seaworthy.Rules.Migrations;
using Seaworthy.Rules.Mobile;
using Seaworthy.Rules.Observability;
using Seaworthy.Rules.Orchestration;
using Seaworthy.Rules.Pipelines;
using Seaworthy.Rules.Platforms;
using Seaworthy.Rules.Ports;
using Seaworthy.Rules.Scaling;
using Seaworthy.Rules.Secrets;
using Seaworthy.Rules.Security;

namespace Seaworthy.Rules;

/// <summary>Every rule of the product, area by area.</summary>
public static class AllRules
{
    public static IReadOnlyList<Rule> List { get; } =
    [
        .. FilesRules.All,
        .. ContainersRules.All,
        .. ConfigurationRules.All,
        .. SecretsRules.All,
        .. PortsRules.All,
        .. DependenciesRules.All,
        .. OrchestrationRules.All,
        .. PipelinesRules.All,
        .. MigrationsRules.All,
        .. BackupRules.All,
        .. AutomationRules.All,
        .. SecurityRules.All,
        .. ObservabilityRules.All,
        .. ScalingRules.All,
        .. PlatformsRules.All,
        .. MobileRules.All,
        .. DocumentationRules.All,
    ];
}
