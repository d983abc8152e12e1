using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>A directory, seen as git sees it: what is tracked, what is new, what is ignored. Without git, its ignore files alone decide.</summary>
public sealed class DirectoryRepository : Repository
{
    private readonly string root;
    private readonly ConfinedDirectory files;
    private IReadOnlyDictionary<string, byte[]> rawPaths = new Dictionary<string, byte[]>();

    public DirectoryRepository(string root)
    {
        this.root = Path.GetFullPath(root);
        files = new ConfinedDirectory(this.root);
    }

    public override RepositoryListing List()
    {
        var git = GitDirectory.Find(root);
        var known = git is null ? null : Known(git);
        DirectoryWalk walk = new(root, files, known?.Entries ?? [], git?.RulesAbove() ?? []);
        var tree = walk.Run(isWhole: known?.IsOfCommit != true);
        rawPaths = walk.RawPaths;
        List<Diagnostic> diagnostics = [.. walk.Diagnostics];
        if (git is not null && known is null)
        {
            diagnostics.Add(Forgotten(tree));
        }

        if (tree.Files.Count(file => file.IsNotCheckedOut) is > 0 and var missing)
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticKind.FileUnreadable,
                    $"The checkout broke off: {missing} {(missing == 1 ? "file" : "files")} of the last commit did not get into it, and count as there. `git checkout -f` completes it."
                )
            );
        }

        return new RepositoryListing(tree, diagnostics);
    }

    protected override byte[] ReadBytes(RepositoryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return files.Read(rawPaths.TryGetValue(file.Path, out var raw) ? raw : Encoding.UTF8.GetBytes(file.Path), MaximumSize);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            files.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>What git tracks: by the index, which needs no git; by git itself, where the index is of a kind that only git knows, or where there is none; null when nobody can tell.</summary>
    private TrackedFiles? Known(GitDirectory git)
    {
        if (git.Tracked() is { } tracked)
        {
            return new TrackedFiles(tracked, IsOfCommit: false);
        }

        if (git.HasIndex)
        {
            return GitProcess.Output(root, "ls-files", "--stage", "-z") is { } index
                ? new TrackedFiles(GitEntry.ParseIndex(index), IsOfCommit: false)
                : null;
        }

        // A checkout that broke off leaves no index: the last commit tells what a clone holds. A new repository has neither.
        return GitProcess.Output(root, "ls-tree", "-r", "-l", "-z", "HEAD") is { } commit
                ? new TrackedFiles(GitEntry.ParseTree(commit), IsOfCommit: true)
            : GitProcess.Output(root, "rev-parse", "--git-dir") is not null ? new TrackedFiles([], IsOfCommit: false)
            : null;
    }

    private static Diagnostic Forgotten(RepositoryTree tree) =>
        tree.Files.Any(file => file.Status == FileStatus.Ignored)
            ? new Diagnostic(
                DiagnosticKind.TrackedFilesUnknown,
                "Git could not be asked what it tracks: a file that is tracked although an ignore file names it was not read. Install git, or trust the directory with `git config --global --add safe.directory`."
            )
            : new Diagnostic(
                DiagnosticKind.GitUnavailable,
                "Git could not be asked what it tracks; ignore files alone decide what a clone holds, and they name nothing that is here."
            );

    private sealed record TrackedFiles(IReadOnlyList<GitEntry> Entries, bool IsOfCommit);
}
