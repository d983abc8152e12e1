using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>A directory as git sees it: tracked, new and ignored files. Without git, only its ignore files decide.</summary>
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
            diagnostics.Add(Forgotten(tree, git));
        }

        if (tree.Files.Count(file => file.IsNotCheckedOut) is > 0 and var missing)
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticKind.FileUnreadable,
                    known?.IsOfCommit == true
                        ? $"The checkout is incomplete: {missing} {(missing == 1 ? "file" : "files")} of the last commit are missing, and count as present. `git checkout -f` completes it."
                        : $"The sparse checkout leaves out {missing} {(missing == 1 ? "file" : "files")}, which count as present and were not read. `git sparse-checkout disable` restores them."
                )
            );
        }

        return new RepositoryListing(tree, diagnostics) { Identity = known is null || git is null ? null : Identity(git, known, tree) };
    }

    private static RepositoryIdentity Identity(GitDirectory git, TrackedFiles known, RepositoryTree tree)
    {
        var listed = tree.Files.Count(file => file.Status == FileStatus.Tracked && !file.IsNotCheckedOut);
        return GitIdentity.Of(git) with
        {
            HasChanges =
                tree.Files.Any(file => file.HasOtherSize || file.Status == FileStatus.Untracked)
                || listed < known.Entries.Count(entry => !entry.IsLeftOut && !entry.IsSubmodule),
        };
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
        if (!OwnGitDirectory.Is(git))
        {
            return null;
        }

        if (git.HasIndex)
        {
            var reading = git.Tracked();
            var entries =
                reading.IsLeftToGit && GitProcess.Output(root, "ls-files", "--stage", "-z") is { } listed
                    ? git.Below(GitEntry.ParseIndex(listed))
                    : reading.Entries;
            return entries is null ? null : new TrackedFiles(entries, IsOfCommit: false);
        }

        // A checkout that broke off leaves no index: the last commit tells what a clone holds. A new repository has neither.
        if (GitProcess.Output(root, "ls-tree", "-r", "-l", "-z", "HEAD") is { } commit)
        {
            return new TrackedFiles(git.Below(GitEntry.ParseTree(commit)), IsOfCommit: true);
        }

        var isNew =
            GitProcess.Output(root, "rev-parse", "--git-dir") is not null
            && GitProcess.Output(root, "rev-parse", "--quiet", "--verify", "HEAD") is null;
        return isNew ? new TrackedFiles([], IsOfCommit: false) : null;
    }

    private static Diagnostic Forgotten(RepositoryTree tree, GitDirectory git) =>
        !git.HasIndex || tree.Files.Any(file => file.Status == FileStatus.Ignored)
            ? new Diagnostic(
                DiagnosticKind.TrackedFilesUnknown,
                "It is unknown what git tracks: `.git` leads elsewhere, its index is damaged or too large, git is missing, or git does not trust the directory (`git config --global --add safe.directory`). Tracked files that are ignored or not checked out were not read."
            )
            : new Diagnostic(
                DiagnosticKind.GitUnavailable,
                "It is unknown what git tracks, so only ignore files decide what a clone contains; they match nothing here."
            );

    private sealed record TrackedFiles(IReadOnlyList<GitEntry> Entries, bool IsOfCommit);
}
