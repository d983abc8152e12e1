using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Bicep;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>Managed databases, their users and firewalls, and container apps, of all configurations and templates, with variables and modules followed.</summary>
internal static class CloudResources
{
    private const int Deepest = 4;
    private const string Properties = "properties.";

    // Only what a rule asks for is worked out.
    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "aws_db_instance",
            "aws_rds_cluster",
            "aws_docdb_cluster",
            "aws_redshift_cluster",
            "google_sql_database_instance",
            "google_sql_user",
            "azurerm_mssql_server",
            "azurerm_mysql_flexible_server",
            "azurerm_postgresql_flexible_server",
            "azurerm_mssql_firewall_rule",
            "azurerm_mysql_flexible_server_firewall_rule",
            "azurerm_postgresql_flexible_server_firewall_rule",
            "Microsoft.App/containerApps",
            "Microsoft.DBforMySQL/flexibleServers",
            "Microsoft.DBforMySQL/flexibleServers/firewallRules",
            "Microsoft.DBforPostgreSQL/flexibleServers",
            "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules",
            "Microsoft.Sql/servers",
            "Microsoft.Sql/servers/firewallRules",
        ]
    );

    public static IReadOnlyList<CloudResource> Link(Deployment deployment) => [.. OfTerraform(deployment), .. OfBicep(deployment)];

    private static IEnumerable<CloudResource> OfBicep(Deployment deployment) =>
        from made in BicepDeployment.Of(deployment)
        from resource in made.Resources
        where Types.Contains(resource.Kind)
        select new CloudResource(
            resource.Kind,
            resource.Symbol,
            resource.Declared.Span,
            [.. Settings("", resource.Body, 0, withLists: true).Select(setting => setting with { Path = WithoutProperties(setting.Path) })]
        )
        {
            Environment = made.Environment,
            MoreBecause = resource.Body.More ?? resource.Body["properties"]?.MoreBecause,
        };

    private static string WithoutProperties(string path) =>
        path.StartsWith(Properties, StringComparison.Ordinal) ? path[Properties.Length..] : path;

    private static List<CloudResource> OfTerraform(Deployment deployment)
    {
        if (TerraformModules.Of(deployment) is not { } modules)
        {
            return [];
        }

        var given = TerraformInputs.SetElsewhere(deployment);
        return
        [
            .. from root in modules.Roots
            let evaluator = new TerraformEvaluator(modules, given)
            from scope in new TerraformInstances(modules, evaluator).Of(new TerraformScope(root))
            from block in scope.Module.Resources
            where Types.Contains(block.Label(0))
            from instance in TerraformInstances.Of(block, scope, evaluator)
            let body = evaluator.Body(block.Body, block.Span, instance)
            select new CloudResource(block.Label(0), block.Label(1), block.Span, [.. Settings("", body, 0)])
            {
                Environment = CloudTargets.EnvironmentOf(root, evaluator),
                MoreBecause = body.MoreBecause,
            },
        ];
    }

    /// <param name="withLists">A list of several is a setting that is not known.</param>
    private static IEnumerable<CloudSetting> Settings(string prefix, CloudValue.Map map, int depth, bool withLists = false)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Value.Resolved is { } value)
            {
                yield return new CloudSetting(prefix + entry.Key, value, entry.Span);
            }
            else if (withLists && entry.Value is CloudValue.List { Elements.Count: > 1 })
            {
                yield return new CloudSetting(prefix + entry.Key, Resolved.Unknown("it has several values", entry.Span), entry.Span);
            }

            if (depth < Deepest && entry.Value.Items is [CloudValue.Map inner])
            {
                foreach (var setting in Settings($"{prefix}{entry.Key}.", inner, depth + 1, withLists))
                {
                    yield return setting;
                }
            }
        }
    }
}
