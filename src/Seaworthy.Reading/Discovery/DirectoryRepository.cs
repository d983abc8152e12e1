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
        var tracked =
            index is null ? []
            : index.Length > 0 ? GitEntry.ParseIndex(index)
            // A checkout that broke off leaves no index: the last commit tells what a clone holds.
            : GitProcess.Output(root, "ls-tree", "-r", "-l", "-z", "HEAD") is { } tree ? GitEntry.ParseTree(tree)
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
        return new RepositoryListing(walk.Run(), diagnostics);
    }

    protected override byte[] ReadBytes(RepositoryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return File.ReadAllBytes(Path.Combine(root, file.Path));
    }
}
