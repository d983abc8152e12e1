using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Knows Alembic's env.py by its name and its words.</summary>
internal sealed class AlembicEnvironmentReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "env.py";

    public override Artifact? Read(FileSyntax file) =>
        file.File.Text.Contains("alembic", StringComparison.Ordinal) ? new MigrationConfiguration(file.File, MigrationTool.Alembic) : null;
}
