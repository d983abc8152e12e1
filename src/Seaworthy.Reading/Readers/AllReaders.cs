using Seaworthy.Reading.Readers.Bicep;
using Seaworthy.Reading.Readers.Code;
using Seaworthy.Reading.Readers.Compose;
using Seaworthy.Reading.Readers.Configuration;
using Seaworthy.Reading.Readers.Dockerfiles;
using Seaworthy.Reading.Readers.Documents;
using Seaworthy.Reading.Readers.DotEnv;
using Seaworthy.Reading.Readers.Git;
using Seaworthy.Reading.Readers.Kubernetes;
using Seaworthy.Reading.Readers.Manifests;
using Seaworthy.Reading.Readers.Migrations;
using Seaworthy.Reading.Readers.Monitoring;
using Seaworthy.Reading.Readers.Platforms;
using Seaworthy.Reading.Readers.Proxies;
using Seaworthy.Reading.Readers.Scripts;
using Seaworthy.Reading.Readers.Secrets;
using Seaworthy.Reading.Readers.Sql;
using Seaworthy.Reading.Readers.Terraform;
using Seaworthy.Reading.Readers.Workflows;

namespace Seaworthy.Reading.Readers;

/// <summary>Every reader of the product, in the order in which they are asked.</summary>
internal static class AllReaders
{
    public static IReadOnlyList<Reader> List { get; } =
    [
        .. DockerfilesReaders.All,
        .. ComposeReaders.All,
        .. KubernetesReaders.All,
        .. WorkflowsReaders.All,
        .. DotEnvReaders.All,
        .. ProxiesReaders.All,
        .. ScriptsReaders.All,
        .. CodeReaders.All,
        .. ManifestsReaders.All,
        .. ConfigurationReaders.All,
        .. PlatformsReaders.All,
        .. TerraformReaders.All,
        .. BicepReaders.All,
        .. MigrationsReaders.All,
        new SqlScriptReader(),
        .. MonitoringReaders.All,
        .. SecretsReaders.All,
        .. GitReaders.All,
        .. DocumentsReaders.All,
    ];
}
