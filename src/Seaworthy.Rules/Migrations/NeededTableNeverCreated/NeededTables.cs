using Seaworthy.Model;

namespace Seaworthy.Rules.Migrations;

/// <summary>Drivers and libraries that keep something in a table, and models of Prisma, held against what migrations create.</summary>
internal static class NeededTables
{
    public static IReadOnlyList<NeededTable> Link(Deployment deployment) =>
        [.. TablesOfLaravel.Link(deployment), .. TablesOfPrisma.Link(deployment), .. TablesOfDjango.Link(deployment)];
}
