using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Reads Entity Framework Core migrations. The designer file beside each, and the model's snapshot, say nothing new.</summary>
/// <remarks>Source: Microsoft Learn, "EF Core Migrations Overview" and "Managing Migrations".</remarks>
internal sealed class EntityFrameworkReader : Reader
{
    public override bool Accepts(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal)
        && Path.GetFileName(path) is [>= '0' and <= '9', ..]
        && !path.EndsWith(".Designer.cs", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file)
    {
        if (!file.File.Text.Contains("MigrationBuilder", StringComparison.Ordinal))
        {
            return null;
        }

        var syntax = file.Code(Language.CSharp);
        var migration = syntax.Classes.FirstOrDefault(found => found.Bases.Any(known => known == "Migration"));
        if (migration is null)
        {
            return null;
        }

        SchemaCalls schema = new(syntax);
        var up = syntax.Functions.FirstOrDefault(function => function.Name == "Up");
        var down = syntax.Functions.FirstOrDefault(function => function.Name == "Down");
        foreach (var call in up is null ? [] : schema.In(up.Body))
        {
            if (call.Name == "Sql")
            {
                schema.Sql(call.Positional(0) ?? call.Named("sql"));
            }
            else if (call.Name == "CreateTable")
            {
                schema.Create(call, "name");
            }
        }

        var stem = Path.GetFileNameWithoutExtension(file.File.Name);
        return new MigrationFile(file.File, MigrationTool.EntityFramework, stem, file.File.Directory)
        {
            IdSpan = migration.Span,
            Title = migration.Name,
            IsEmpty = up is null || up.Body.IsEmpty,
            HasDown = down is { Body.IsEmpty: false },
            CreatedTables = schema.Created,
        };
    }
}
