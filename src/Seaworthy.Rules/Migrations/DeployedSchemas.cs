using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>What deployed programs do to their schemas. A fresh database is intended in development and tests.</summary>
internal static class DeployedSchemas
{
    public static IEnumerable<SchemaAtStart> Of(Deployment deployment) =>
        deployment
            .All<SchemaAtStart>()
            .Where(schema =>
                schema.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
                && !schema.Profiles.Any(ProfileNames.IsForDevelopment)
            );
}
