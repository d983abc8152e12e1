using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Rules;

/// <summary>Whether commands of the repository, or of its documents, fetch other repositories.</summary>
internal sealed class Fetching
{
    private static readonly PerDeployment<Fetching> Made = new(deployment => new Fetching(deployment));

    private Fetching(Deployment deployment) =>
        IsDone =
            deployment.Commands.Any(site => Fetches(site.Command))
            || deployment.Of<Document>().SelectMany(document => document.Commands).Count(Fetches) > 1;

    /// <summary>A script or pipeline clones, or a document does so twice: the first clone in a document fetches this repository.</summary>
    public bool IsDone { get; }

    public static Fetching Of(Deployment deployment) => Made.Of(deployment);

    private static bool Fetches(ShellCommand command) =>
        command.Program is "git" or "gh" or "vcs" or "repo" or "svn"
        && command.Arguments.Take(2).Any(word => word.Literal is "clone" or "submodule" or "subtree" or "import" or "sync" or "repo");
}
