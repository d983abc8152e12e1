using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>Scripts of a package.json that no other script, pipeline or document calls, and whose name is not one that people type from habit.</summary>
internal static class UnusedScripts
{
    /// <summary>No more than that: source is not searched, and a text may name the file that the script runs.</summary>
    public const string Why = "No other script, pipeline or document calls it, so it may be unused.";

    private static readonly HashSet<string> Usual = new(StringComparer.Ordinal)
    {
        "build",
        "clean",
        "deploy",
        "dev",
        "format",
        "lint",
        "migrate",
        "prepare",
        "preview",
        "release",
        "seed",
        "serve",
        "setup",
        "start",
        "stop",
        "test",
        "watch",
    };

    // A search for one name passes over so many letters in the time of a step.
    private const int LettersAStep = 100;

    public static IEnumerable<PackageScript> Find(Deployment deployment)
    {
        var scripts = deployment.Of<PackageJson>().SelectMany(package => package.Scripts).Where(script => !IsTyped(script.Name)).ToList();
        if (scripts.Count == 0)
        {
            return [];
        }

        var packages = deployment.Of<PackageJson>().Select(package => package.File.Directory).ToHashSet(StringComparer.Ordinal);
        var texts = deployment
            .Artifacts.Where(artifact => artifact is not (CodeFile or LockFile))
            .Select(artifact => artifact.File)
            .Distinct()
            .ToList();
        var callers = scripts
            .Select(script => script.Name)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, _ => new List<SourceFile>(), StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var name in Called(text.Text, callers))
            {
                callers[name].Add(text);
            }
        }

        return scripts.Where(script => !callers[script.Name].Exists(text => IsFor(script.Span.File.Directory, text, packages)));
    }

    /// <summary>Those of the names that a text calls.</summary>
    private static HashSet<string> Called(string text, Dictionary<string, List<SourceFile>> names)
    {
        CallingLines lines = new(text);
        HashSet<string> called = new(StringComparer.Ordinal);
        // Most names are one word: the words of the text are gone through once for all of them.
        var words = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && IsOfName(text[at]))
            {
                at++;
            }

            if (at > start && words.TryGetValue(text.AsSpan(start, at - start), out var name, out _) && IsCall(text, start, name, lines))
            {
                called.Add(name);
            }
        }

        foreach (var name in names.Keys.Where(name => !name.All(IsOfName)))
        {
            Work.Take(text.Length / LettersAStep);
            if (WholeWords.Find(text, name, IsOfName).Any(at => IsCall(text, at, name, lines)))
            {
                called.Add(name);
            }
        }

        return called;
    }

    private static bool IsCall(string text, int at, string name, CallingLines lines) =>
        !IsKey(text, at, name.Length) && !IsOfPath(text, at, name.Length) && lines.Call(at);

    /// <summary>What is inside of another package mentions that one's scripts, unless it names this one's directory.</summary>
    private static bool IsFor(string directory, SourceFile text, HashSet<string> packages)
    {
        var own = RepositoryPath.Ancestors(text.Directory).FirstOrDefault(packages.Contains) ?? "";
        return own.Length == 0
            || directory == own
            || directory.StartsWith(own + "/", StringComparison.Ordinal)
            || text.Text.Contains(RepositoryPath.NameOf(directory), StringComparison.Ordinal);
    }

    /// <summary>npm runs <c>pretest</c> and <c>posttest</c> around <c>test</c>.</summary>
    private static bool IsTyped(string name) =>
        Usual.Contains(name)
        || (name.StartsWith("pre", StringComparison.Ordinal) && Usual.Contains(name[3..]))
        || (name.StartsWith("post", StringComparison.Ordinal) && (Usual.Contains(name[4..]) || name == "postinstall"))
        || name == "preinstall";

    /// <summary>Where the script is declared, in this package.json or another.</summary>
    private static bool IsKey(string text, int at, int length) =>
        at > 0 && text[at - 1] == '"' && text.AsSpan(at + length) is ['"', ':', ..];

    /// <summary>The name of a file or directory: <c>"optimize": "node scripts/optimize.js"</c>.</summary>
    private static bool IsOfPath(string text, int at, int length) =>
        (at > 0 && text[at - 1] == '/') || text.AsSpan(at + length) is ['/', ..] or ['.', >= 'a' and <= 'z', ..];

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or ':';
}
