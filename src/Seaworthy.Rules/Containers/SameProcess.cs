using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>What else starts the process whose file is nowhere: a script or a Dockerfile that bears its name, as <c>start-worker.sh</c> for <c>worker.py</c>.</summary>
internal static class SameProcess
{
    private const int Most = 3;

    private static readonly char[] BetweenWords = ['-', '_', '.', '/'];

    private static readonly PerDeployment<ILookup<string, string>> Scripts = new(deployment =>
        ByWord(deployment.Of<ShellScript>().Select(script => script.File))
    );

    private static readonly PerDeployment<ILookup<string, string>> Dockerfiles = new(deployment =>
        ByWord(deployment.Of<Dockerfile>().Select(dockerfile => dockerfile.File))
    );

    /// <summary>Null where a file of that name is there to be copied, or nothing else starts it.</summary>
    public static string? Remedy(IReadOnlyList<PathUse> uses, Deployment deployment)
    {
        if (
            uses[0] is not { Answer: { Presence: Presence.Absent, Why: null, Actual: null, Looked: var looked } answer }
            || BuildOutput.Is(answer)
        )
        {
            return null;
        }

        var name = RepositoryPath.NameOf(looked);
        var word = Path.GetFileNameWithoutExtension(name);
        if (word.Length == 0 || deployment.Tree.FilesNamed(name).Any())
        {
            return null;
        }

        List<string> scripts = [.. Scripts.Of(deployment)[word].Take(Most)];
        List<string> dockerfiles = [.. Dockerfiles.Of(deployment)[word].Take(Most)];
        var ways = new[]
        {
            scripts.Count > 0 ? $"copy {string.Join(" or ", scripts)} into the image and start it," : "",
            dockerfiles.Count > 0 ? $"run the image of {string.Join(" or ", dockerfiles)}" : "",
        }.Where(way => way.Length > 0);
        var all = string.Join(" or ", ways);
        return all.Length > 0 ? $"No file in the repository is named {name}: {all.TrimEnd(',')}, in {PlaceList.Of(uses)}." : null;
    }

    private static ILookup<string, string> ByWord(IEnumerable<SourceFile> files) =>
        files
            .SelectMany(
                file => file.Name.Split(BetweenWords).Distinct(StringComparer.OrdinalIgnoreCase),
                (file, word) => new { file.Path, Word = word }
            )
            .ToLookup(named => named.Word, named => named.Path, StringComparer.OrdinalIgnoreCase);
}
