using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Reads Django migrations. Tables are named by their models, as the file does.</summary>
/// <remarks>Source: Django documentation, "Writing database migrations" and "Migration Operations".</remarks>
internal sealed class DjangoReader : Reader
{
    // Django passes over modules that begin so, "__init__" first of all.
    public override bool Accepts(string path) =>
        path.EndsWith(".py", StringComparison.Ordinal)
        && path.Contains("migrations/", StringComparison.Ordinal)
        && Path.GetFileName(path) is [not ('_' or '~'), ..];

    public override Artifact? Read(FileSyntax file)
    {
        if (!file.File.Text.Contains("migrations.Migration", StringComparison.Ordinal))
        {
            return null;
        }

        var syntax = file.Code(Language.Python);
        var migration = syntax.Classes.FirstOrDefault(found => found.Name == "Migration");
        if (migration is null)
        {
            return null;
        }

        SchemaCalls schema = new(syntax);
        var hasDown = true;
        foreach (var call in schema.In(migration.Body))
        {
            hasDown &= Operation(call, schema);
        }

        var members = syntax.Assignments.Where(assignment => assignment.Scope == migration).ToLookup(assignment => assignment.Name);
        var operations = members["operations"].FirstOrDefault();
        return new MigrationFile(file.File, MigrationTool.Django, Path.GetFileNameWithoutExtension(file.File.Name), file.File.Directory)
        {
            Parents = [.. Parents(syntax, members["dependencies"].FirstOrDefault())],
            RunsBefore = [.. Parents(syntax, members["run_before"].FirstOrDefault())],
            IsEmpty = operations is null || operations.Value.Count <= 2,
            HasDown = hasDown,
            CreatedTables = schema.Created,
        };
    }

    /// <summary>Takes an operation in; answers whether it can be undone.</summary>
    private static bool Operation(CodeCall call, SchemaCalls schema)
    {
        switch (call.Name)
        {
            case "RunSQL":
                schema.Sql(call.Named("sql") ?? call.Positional(0));
                return (call.Named("reverse_sql") ?? call.Positional(1)) is not null;
            case "RunPython" when call.Owner == "migrations":
                return (call.Named("reverse_code") ?? call.Positional(1)) is not null;
            case "CreateModel" when call.Owner.EndsWith("migrations", StringComparison.Ordinal):
                schema.Create(call, "name");
                return true;
            default:
                return true;
        }
    }

    /// <summary>The pairs <c>("app", "0001_initial")</c>; what is computed (<c>swappable_dependency</c>) is left out.</summary>
    private static IEnumerable<Fact<string>> Parents(CodeSyntax syntax, CodeAssignment? dependencies)
    {
        var trees = syntax.Trees;
        for (var token = dependencies?.Value.First ?? 0; token + 4 < (dependencies?.Value.End ?? 0); token++)
        {
            if (
                trees.IsOpen(token, Brackets.Paren)
                && trees.IsKind(token + 1, TokenKind.String)
                && trees.Is(token + 2, ",")
                && trees.IsKind(token + 3, TokenKind.String)
            )
            {
                yield return new Fact<string>(
                    $"{Literals.Value(trees, token + 1)}.{Literals.Value(trees, token + 3)}",
                    trees.Span(new TokenRange(token, trees.After(token)))
                );
            }
        }
    }
}
