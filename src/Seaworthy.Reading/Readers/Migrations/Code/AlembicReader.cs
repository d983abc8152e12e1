using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Reads Alembic revisions.</summary>
/// <remarks>Source: Alembic documentation, "Tutorial" and "Working with Branches".</remarks>
internal sealed class AlembicReader : Reader
{
    public override bool Accepts(string path) =>
        path.EndsWith(".py", StringComparison.Ordinal)
        && (
            path.Contains("versions/", StringComparison.Ordinal)
            || path.Contains("alembic", StringComparison.Ordinal)
            || path.Contains("migrations/", StringComparison.Ordinal)
        );

    public override Artifact? Read(FileSyntax file)
    {
        if (!file.File.Text.Contains("down_revision", StringComparison.Ordinal))
        {
            return null;
        }

        var syntax = file.Code(Language.Python);
        var names = syntax.Assignments.Where(assignment => assignment.Scope is null).ToLookup(assignment => assignment.Name);
        if (Strings(syntax, names["revision"].FirstOrDefault()) is not [var revision, ..])
        {
            return null;
        }

        SchemaCalls schema = new(syntax);
        var up = Function(syntax, "upgrade");
        if (up is not null)
        {
            AlembicOperations.Read(up.Body, schema);
        }

        return new MigrationFile(file.File, MigrationTool.Alembic, revision.Value, file.File.Directory)
        {
            IdSpan = revision.Span,
            Title = Title(file.File, revision.Value),
            Parents = [.. Strings(syntax, names["down_revision"].FirstOrDefault())],
            BranchLabels =
            [
                .. Strings(syntax, names["branch_labels"].FirstOrDefault()),
                .. Strings(syntax, names["depends_on"].FirstOrDefault()),
            ],
            IsEmpty = up is null || PythonBody.IsEmpty(syntax, up.Body),
            HasDown = Function(syntax, "downgrade") is { } down && !PythonBody.IsEmpty(syntax, down.Body),
            CreatedTables = schema.Created,
            ChangedTables = schema.Changed,
            OtherNames = schema.Others,
        };
    }

    private static CodeFunction? Function(CodeSyntax syntax, string name) =>
        syntax.Functions.FirstOrDefault(function => function.Name == name && function.Parent is null);

    /// <summary>The strings in a value: one, a tuple or a list of them; none for <c>None</c>.</summary>
    private static List<Fact<string>> Strings(CodeSyntax syntax, CodeAssignment? assignment)
    {
        List<Fact<string>> found = [];
        for (var token = assignment?.Value.First ?? 0; token < (assignment?.Value.End ?? 0); token++)
        {
            // An empty text is taken for None.
            if (syntax.Trees.IsKind(token, TokenKind.String) && Literals.Value(syntax.Trees, token).Length > 0)
            {
                found.Add(new Fact<string>(Literals.Value(syntax.Trees, token), syntax.Trees.Span(token)));
            }
        }

        return found;
    }

    // The default file name is "<revision>_<title>.py".
    private static string Title(SourceFile file, string revision)
    {
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        return stem.StartsWith(revision + "_", StringComparison.Ordinal) ? stem[(revision.Length + 1)..] : stem;
    }
}
