namespace Seaworthy.Model.Source;

/// <summary>
/// Which line of which ignore file decides about a path, as git judges it (gitignore(5), "Pattern format"): the innermost file first, in it the last line that matches;
/// nothing below an ignored directory can be taken back.
/// </summary>
public sealed class IgnoreRuleSet
{
    // A name that no author writes: stands for "anything in this directory".
    private const string AnyChild = "\uFFFF";

    private readonly Dictionary<string, List<IgnoreGlob>> byDirectory = new(StringComparer.Ordinal);

    /// <summary>Adds lines in their order; where two files stand for one directory, the one added later has the last word.</summary>
    public void Add(IEnumerable<IgnoreRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var rule in rules)
        {
            (byDirectory.TryGetValue(rule.Directory, out var list) ? list : byDirectory[rule.Directory] = []).Add(new IgnoreGlob(rule));
        }
    }

    /// <summary>The line that makes git ignore something that is there; null when none does.</summary>
    public IgnoreRule? Find(string path, bool isDirectory)
    {
        ArgumentNullException.ThrowIfNull(path);
        return AboveOf(path) ?? Positive(Decide(path, isDirectory));
    }

    /// <summary>The line that would make git ignore a path that is not there; null when none would.</summary>
    public IgnoreRule? WhyIgnored(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (byDirectory.Count == 0 || path.Length == 0)
        {
            return null;
        }

        // What is absent may be either, and a directory whose every file is ignored is absent from a clone too.
        return AboveOf(path)
            ?? Positive(Decide(path, isDirectory: false))
            ?? Positive(Decide(path, isDirectory: true))
            ?? Positive(Decide($"{path}/{AnyChild}", isDirectory: false));
    }

    /// <summary>The line that decides about this path itself, directories above it left aside; it may be one that takes back (<c>!</c>).</summary>
    public IgnoreRule? Decide(string path, bool isDirectory)
    {
        ArgumentNullException.ThrowIfNull(path);
        var directory = path;
        do
        {
            directory = directory.LastIndexOf('/') is var slash and >= 0 ? directory[..slash] : "";
            if (byDirectory.TryGetValue(directory, out var globs) && LastMatch(globs, path, directory, isDirectory) is { } found)
            {
                return found;
            }
        } while (directory.Length > 0);

        return null;
    }

    private IgnoreRule? AboveOf(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (Positive(Decide(path[..slash], isDirectory: true)) is { } above)
            {
                return above;
            }
        }

        return null;
    }

    private static IgnoreRule? Positive(IgnoreRule? rule) => rule is { TakesBack: false } ? rule : null;

    private static IgnoreRule? LastMatch(List<IgnoreGlob> globs, string path, string directory, bool isDirectory)
    {
        var relative = directory.Length == 0 ? path : path[(directory.Length + 1)..];
        for (var index = globs.Count - 1; index >= 0; index--)
        {
            if (globs[index].Matches(relative, isDirectory))
            {
                return globs[index].Rule;
            }
        }

        return null;
    }
}
