using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Migrations.Configurations;

/// <summary>Reads the data source and the generators of a Prisma schema.</summary>
/// <remarks>Source: Prisma documentation, "Prisma schema reference".</remarks>
internal sealed class PrismaSchemaReader : Reader
{
    public override bool Accepts(string path) => path.EndsWith(".prisma", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file)
    {
        PrismaSchemaScan scan = new(new MigrationConfiguration(file.File, MigrationTool.Prisma));
        foreach (var line in SourceLine.Of(file.File))
        {
            scan.Take(line);
        }

        // A schema may be split over several files; one without data source and generator holds models only.
        return scan.IsEmpty && file.File.Name != "schema.prisma" ? null : scan.Result;
    }
}
