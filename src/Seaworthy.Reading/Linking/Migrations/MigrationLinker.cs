using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>Migration files to histories, and the places that run them.</summary>
internal static class MigrationLinker
{
    public static IReadOnlyList<MigrationHistory> Link(Deployment deployment) => [];
}
