using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading;

/// <summary>Files that a statement of the tree has built, loaded or started, whether a clone has them or not.</summary>
internal sealed class NamedFiles
{
    // What a tool looks for by itself where it runs.
    private static readonly PathRole[] LookedFor =
    [
        PathRole.FrameworkSource,
        PathRole.LockFile,
        PathRole.Manifest,
        PathRole.ProgramInput,
        PathRole.ProjectFile,
    ];

    private static readonly string[] TakenWhole = [".yaml", ".yml", ".conf"];

    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> started = new(StringComparer.Ordinal);

    /// <param name="deployment">What it only asks for under a reason to do without, or tells people to put there, does not count.</param>
    public NamedFiles(Deployment deployment)
    {
        foreach (var use in deployment.Paths)
        {
            if (use is not { IsPrivate: false, UnneededBecause: null, ToldAt: null, MadeAt: null })
            {
                continue;
            }

            if (UsedPaths.Uses(use) || Array.IndexOf(LookedFor, use.Role) >= 0)
            {
                paths.Add(use.Answer.Looked);
            }

            if (use.Role is PathRole.Entrypoint or PathRole.BuildCommandFile or PathRole.Script)
            {
                started.Add(RepositoryPath.NameOf(use.Path));
            }
        }
    }

    /// <summary>The file itself, a program of its name, or for configuration the directory it lies in.</summary>
    public bool Contains(string path) =>
        paths.Contains(path)
        || started.Contains(RepositoryPath.NameOf(path))
        || (
            Array.Exists(TakenWhole, ending => path.EndsWith(ending, StringComparison.Ordinal))
            && RepositoryPath.Parent(path) is { Length: > 0 } directory
            && paths.Contains(directory)
        );
}
