using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>What the programs of a deployment do to their schemas at each start, by properties of their framework and by their source.</summary>
internal static class SchemasAtStart
{
    public static IReadOnlyList<SchemaAtStart> Link(Deployment deployment, CodeModules modules) =>
        [.. SpringSchemas.Link(deployment), .. CodeSchemas.Link(deployment, modules)];
}
