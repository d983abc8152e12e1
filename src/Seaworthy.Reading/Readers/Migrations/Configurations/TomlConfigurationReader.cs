using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Migrations.Configurations;

/// <summary>Reads diesel.toml and Prisma's migration_lock.toml.</summary>
/// <remarks>Source: Diesel guide, "Configuring Diesel CLI".</remarks>
internal sealed class TomlConfigurationReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) is "diesel.toml" or "migration_lock.toml";

    public override Artifact? Read(FileSyntax file)
    {
        var root = file.Toml.Root;
        return file.File.Name == "diesel.toml"
            ? new MigrationConfiguration(file.File, MigrationTool.Diesel)
            {
                Problems = file.Toml.Problems,
                Directory = root?.At("migrations_directory", "dir")?.Fact,
                Output = root?.At("print_schema", "file")?.Fact,
            }
            : new MigrationConfiguration(file.File, MigrationTool.Prisma)
            {
                Problems = file.Toml.Problems,
                Provider = root?["provider"]?.Fact,
            };
    }
}
