using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>Which migration follows which, for the tools whose files name their parents.</summary>
/// <remarks>Source: Alembic documentation, "Working with Branches"; Django documentation, "Migrations", "Dependencies".</remarks>
internal sealed class MigrationParents
{
    // An application of the repository with one of these labels would not load beside Django's own.
    private static readonly HashSet<string> OfDjango = ["admin", "auth", "contenttypes", "flatpages", "redirects", "sessions", "sites"];

    private readonly RepositoryTree tree;
    private readonly HashSet<string> revisions;
    private readonly HashSet<string> read;
    private readonly ILookup<string, MigrationFile> applications;

    public MigrationParents(RepositoryTree tree, IReadOnlyList<MigrationFile> files)
    {
        this.tree = tree;
        read = [.. files.Select(file => file.File.Path)];
        revisions = [.. files.Where(file => file.Tool == MigrationTool.Alembic).Select(file => file.Id)];
        applications = files.Where(file => file.Tool == MigrationTool.Django).ToLookup(Application, StringComparer.Ordinal);
    }

    /// <summary>Parents that no file of the repository is.</summary>
    public IEnumerable<Fact<string>> Missing(MigrationFile file) =>
        (file.Parents ?? []).Where(parent =>
            file.Tool switch
            {
                MigrationTool.Alembic => !revisions.Contains(parent.Value) && !IsFile(file.Series, parent.Value),
                MigrationTool.Django => IsMissing(parent.Value),
                _ => false,
            }
        );

    /// <summary>Files that no other of the history follows; none where the tool orders by name, or where branches are meant.</summary>
    public IReadOnlyList<MigrationFile> Heads(MigrationTool tool, IReadOnlyList<MigrationFile> files)
    {
        var isMeant = files.Any(file => file.BranchLabels.Count > 0 || file.Parents is null || Replaces(file));
        if (tool is not (MigrationTool.Alembic or MigrationTool.Django) || isMeant)
        {
            return [];
        }

        // An application may have another label than its directory; its own migrations are followed from the same directory.
        var followed = files
            .SelectMany(file => file.Parents ?? [])
            .Select(parent =>
                tool == MigrationTool.Django ? parent.Value[(parent.Value.IndexOf('.', StringComparison.Ordinal) + 1)..] : parent.Value
            )
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. files.Where(file => file.RunsBefore.Count == 0 && !followed.Contains(tool == MigrationTool.Django ? Name(file) : file.Id)),
        ];
    }

    private bool IsMissing(string dependency)
    {
        var dot = dependency.IndexOf('.', StringComparison.Ordinal);
        if (
            dot < 0
            || OfDjango.Contains(dependency[..dot])
            || dependency[(dot + 1)..] is not { Length: > 0 } name
            || name.StartsWith("__", StringComparison.Ordinal)
        )
        {
            return false;
        }

        var own = applications[dependency[..dot]].ToList();
        return own.Count > 0
            && own.TrueForAll(file => Name(file) != name && !Replaces(file))
            && own.Select(file => file.Series).Distinct(StringComparer.Ordinal).Count() == 1
            && !IsFile(own[0].Series, name);
    }

    // A file that was not understood may still be the one.
    private bool IsFile(string series, string name) =>
        tree.FilesUnder(series)
            .Any(file => !read.Contains(file.Path) && RepositoryPath.NameOf(file.Path).Contains(name, StringComparison.Ordinal));

    /// <summary>A squashed migration stands for others.</summary>
    private static bool Replaces(MigrationFile file) =>
        file.Tool == MigrationTool.Django && file.File.Text.Contains("replaces", StringComparison.Ordinal);

    private static string Application(MigrationFile file) => RepositoryPath.NameOf(RepositoryPath.Parent(file.Series));

    private static string Name(MigrationFile file) => file.File.Name[..^".py".Length];
}
