using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>A directory, seen as git sees it: what is tracked, what is new, what is ignored. Without git, its ignore files alone decide.</summary>
public sealed class DirectoryRepository(string root) : Repository
{
    private readonly string root = Path.GetFullPath(root);

    public override RepositoryListing List()
    {
        var git = GitDirectory.Find(root);
        var index = git is null ? null : GitProcess.Output(root, "ls-files", "--stage", "-z");
        // A checkout that broke off leaves no index: the last commit tells what a clone holds.
        var commit = index is { Length: 0 } ? GitProcess.Output(root, "ls-tree", "-r", "-l", "-z", "HEAD") : null;
        var tracked =
            commit is not null ? GitEntry.ParseTree(commit)
            : index is not null ? GitEntry.ParseIndex(index)
            : [];
        List<Diagnostic> diagnostics = [];
        if (git is not null && index is null)
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticKind.GitUnavailable,
                    "Git could not be asked what it tracks; ignore files alone decide what a clone holds."
                )
            );
        }

        DirectoryWalk walk = new(root, tracked, git?.RulesAbove() ?? []);
        var tree = walk.Run(isWhole: commit is null);
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
        return File.ReadAllBytes(Path.Combine(root, file.Path));
    }
}
