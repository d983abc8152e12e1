using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The template from which somebody is to make a dotenv file that a clone lacks.</summary>
internal static class EnvTemplates
{
    private static readonly string[] Marks = ["example", "sample", "template", "dist", "tmpl", "default", "defaults"];

    // A name with such a word means a private copy.
    private static readonly string[] OwnMarks = ["local", "private", "personal"];

    /// <summary>A template in the same directory: <c>.env.example</c> for <c>.env</c>, <c>api.env.sample</c> for <c>api.env</c>, <c>env.template</c>.</summary>
    public static string? Beside(RepositoryTree tree, string path)
    {
        var name = RepositoryPath.NameOf(path);
        var core = Core(name, Marks);
        return tree.FilesIn(RepositoryPath.Parent(path))
            .Where(file => IsTemplate(RepositoryPath.NameOf(file.Path)))
            .OrderByDescending(file => RepositoryPath.NameOf(file.Path).StartsWith(name, StringComparison.Ordinal) ? 1 : 0)
            .FirstOrDefault(file => Core(RepositoryPath.NameOf(file.Path), Marks) == core || IsGeneral(file, name))
            ?.Path;
    }

    /// <summary>The one template of the repository whose name has the same words in any order: <c>deploy/env/local.env.example</c> for <c>.env.local</c>. A plain <c>.env</c> may be anything.</summary>
    public static string? Elsewhere(RepositoryTree tree, string path)
    {
        var words = Words(RepositoryPath.NameOf(path), Marks).ToHashSet(StringComparer.Ordinal);
        return
            words.Count > 1
            && tree
                .Files.Where(file => IsTemplate(RepositoryPath.NameOf(file.Path)))
                .Where(file => words.SetEquals(Words(RepositoryPath.NameOf(file.Path), Marks)))
                .Take(2)
                .ToList()
                is [var only]
            ? only.Path
            : null;
    }

    /// <summary>
    /// A template of any file in the same directory: <c>config.example.yml</c> for <c>config.yml</c>, and for somebody's own <c>config.local.yml</c> also <c>config.yml</c>.
    /// </summary>
    public static string? OfFile(RepositoryTree tree, string path)
    {
        var name = RepositoryPath.NameOf(path);
        var isOwn = Parts(name).Any(OwnMarks.Contains);
        var marks = isOwn ? [.. Marks, .. OwnMarks] : Marks;
        var core = Core(name, marks);
        return tree.FilesIn(RepositoryPath.Parent(path))
            .Where(file => isOwn || Parts(RepositoryPath.NameOf(file.Path)).Any(Marks.Contains))
            .FirstOrDefault(file => Core(RepositoryPath.NameOf(file.Path), marks) == core)
            ?.Path;
    }

    // `.env.example` documents `.env.production` and `.env.local` as well.
    private static bool IsGeneral(RepositoryFile template, string name) =>
        Core(RepositoryPath.NameOf(template.Path), Marks) == "env" && name.StartsWith(".env", StringComparison.Ordinal);

    private static bool IsTemplate(string name) =>
        name.Contains("env", StringComparison.OrdinalIgnoreCase) && Parts(name).Any(Marks.Contains);

    /// <summary>What is left of a name without such words.</summary>
    private static string Core(string name, string[] marks) => string.Join('.', Words(name, marks));

    private static IEnumerable<string> Words(string name, string[] marks) => Parts(name).Where(part => !marks.Contains(part));

    private static IEnumerable<string> Parts(string name) =>
        name.ToLowerInvariant().Split(['.', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
}
