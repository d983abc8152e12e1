namespace Seaworthy.Model.Source;

/// <summary>
/// Which line of which ignore file decides about a path, as git judges it (gitignore(5), "Pattern format"): the innermost file first, in it the last line that matches;
/// nothing below an ignored directory can be taken back.
/// </summary>
public sealed class IgnoreRuleSet
{
    // A name that no author writes: stands for "anything in this directory".
    private const string AnyChild = "\uFFFF";

    private readonly Dictionary<string, DirectoryRules> byDirectory = new(StringComparer.Ordinal);

    /// <summary>Adds lines in their order; where two files stand for one directory, the one added later has the last word.</summary>
    public void Add(IEnumerable<IgnoreRule> added)
    {
        ArgumentNullException.ThrowIfNull(added);
        foreach (var rule in added)
        {
            (byDirectory.TryGetValue(rule.Directory, out var rules) ? rules : byDirectory[rule.Directory] = new()).Add(
                new IgnoreGlob(rule)
            );
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
            if (byDirectory.TryGetValue(directory, out var rules) && rules.LastMatch(path[Below(directory)..], isDirectory) is { } found)
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

    private static int Below(string directory) => directory.Length == 0 ? 0 : directory.Length + 1;

    /// <summary>The lines that hold below one directory.</summary>
    private sealed class DirectoryRules
    {
        private readonly List<IgnoreGlob> globs = [];
        private readonly List<int> above = [];
        private readonly LiteralIndex paths = new();
        private readonly LiteralIndex names = new();
        private readonly LiteralIndex endings = new(isAtEnd: true);

        public void Add(IgnoreGlob glob)
        {
            var number = globs.Count;
            globs.Add(glob);
            if (glob.IsOfWholePath && glob.Rule.Above.Length > 0)
            {
                above.Add(number);
            }
            else if (glob.IsOfWholePath)
            {
                paths.Add(glob.Beginning, number);
            }
            else if (glob.Beginning.Length > 0)
            {
                names.Add(glob.Beginning, number);
            }
            else
            {
                endings.Add(glob.Ending, number);
            }
        }

        /// <summary>The last line that matches a path taken from the directory.</summary>
        public IgnoreRule? LastMatch(string relative, bool isDirectory)
        {
            var name = relative.AsSpan(relative.LastIndexOf('/') + 1);
            List<int> candidates = [.. above];
            paths.AddCandidates(relative, candidates);
            names.AddCandidates(name, candidates);
            endings.AddCandidates(name, candidates);
            candidates.Sort();
            for (var at = candidates.Count - 1; at >= 0; at--)
            {
                if (globs[candidates[at]] is var glob && glob.Matches(relative, isDirectory))
                {
                    return glob.Rule;
                }
            }

            return null;
        }
    }
}
