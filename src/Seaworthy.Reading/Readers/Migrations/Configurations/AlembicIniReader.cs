using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Migrations.Configurations;

/// <summary>Reads alembic.ini.</summary>
/// <remarks>Source: Alembic documentation, "Tutorial", section "Editing the .ini File".</remarks>
internal sealed class AlembicIniReader : Reader
{
    public override bool Accepts(string path) =>
        path.EndsWith(".ini", StringComparison.Ordinal) && Path.GetFileName(path).Contains("alembic", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file) =>
        file.Ini.Root?["alembic"] is { } alembic
            ? new MigrationConfiguration(file.File, MigrationTool.Alembic)
            {
                Problems = file.Ini.Problems,
                Directory = Here(alembic["script_location"]?.Fact),
                Url = alembic["sqlalchemy.url"]?.Fact,
            }
            : null;

    // "%(here)s" is the directory of the ini file, which is what every path here is relative to.
    private static Fact<string>? Here(Fact<string>? path) =>
        path is null ? null
        : path.Value.StartsWith("%(here)s", StringComparison.Ordinal) ? path with { Value = path.Value["%(here)s".Length..].TrimStart('/') }
        : path;
}
