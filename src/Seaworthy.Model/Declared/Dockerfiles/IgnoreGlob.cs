namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>
/// One pattern of a .dockerignore, as a small automaton that runs over a path once, whatever stars it holds.
/// <c>*</c> and <c>?</c> stay inside a name, <c>**/</c> is any number of directories, a final <c>**</c> is everything below.
/// </summary>
/// <remarks>Source: Go's <c>filepath.Match</c> and <c>filepath.Clean</c>; moby's patternmatcher for <c>**</c>.</remarks>
internal sealed class IgnoreGlob
{
    private readonly List<Step> steps = [];
    private readonly string? exact;

    /// <summary>The letters with which everything begins that it matches.</summary>
    public string Beginning { get; }

    public IgnoreGlob(string glob)
    {
        var first = glob.AsSpan().IndexOfAny("*?[\\");
        Beginning = first < 0 ? glob : glob[..first];
        if (glob.AsSpan().ContainsAny("*?[\\"))
        {
            Compile(glob);
        }
        else
        {
            exact = glob;
        }
    }

    private enum Kind
    {
        Letter,
        AnyInName,
        OneInName,
        Class,

        /// <summary>The optional "directories and a slash": entered, or passed by.</summary>
        Directories,

        /// <summary>Inside those directories, up to a slash.</summary>
        InsideDirectories,
        Everything,
    }

    /// <summary>Whether the tool takes the pattern: every <c>[</c> closed and not empty, no backslash at the end.</summary>
    public static bool IsValid(string glob)
    {
        for (var at = 0; at < glob.Length; at++)
        {
            if (glob[at] == '\\')
            {
                at++;
                if (at == glob.Length)
                {
                    return false;
                }
            }
            else if (glob[at] == '[' && (at = ClassEnd(glob, at)) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The shortest form of a path: no doubled slashes, no <c>.</c>, <c>..</c> applied, no slash at the end.</summary>
    public static string Clean(string path)
    {
        List<string> parts = [];
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts is [.., not ".."])
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part != ".." || !path.StartsWith('/')))
            {
                parts.Add(part);
            }
        }

        var joined = (path.StartsWith('/') ? "/" : "") + string.Join('/', parts);
        return joined.Length == 0 ? "." : joined;
    }

    /// <summary>Matches the path, or one of the directories it lies in.</summary>
    public bool MatchesPathOrParent(string path)
    {
        if (exact is not null)
        {
            return path.StartsWith(exact, StringComparison.Ordinal) && (path.Length == exact.Length || path[exact.Length] == '/');
        }

        var active = new bool[steps.Count + 1];
        Enter(active, 0);
        foreach (var letter in path)
        {
            if (letter == '/' && active[steps.Count])
            {
                return true;
            }

            active = Advance(active, letter);
        }

        return active[steps.Count];
    }

    private static int ClassEnd(string glob, int open)
    {
        var at = open + 1;
        at += at < glob.Length && glob[at] == '^' ? 1 : 0;
        var first = at;
        while (at < glob.Length && (glob[at] != ']' || at == first))
        {
            if (glob[at] == ']')
            {
                return -1;
            }

            at += glob[at] == '\\' ? 2 : 1;
        }

        return at < glob.Length ? at : -1;
    }

    private void Compile(string glob)
    {
        // A leading "**" before plain text is taken as "ends with", the one case where it need not stop at a slash.
        var endsWith =
            glob.StartsWith("**", StringComparison.Ordinal) && glob.Length > 2 && glob[2] != '/' && !glob.AsSpan(2).ContainsAny("*?[\\");
        for (var at = 0; at < glob.Length; at++)
        {
            switch (glob[at])
            {
                case '*' when at + 1 < glob.Length && glob[at + 1] == '*':
                    at += at + 2 < glob.Length && glob[at + 2] == '/' ? 2 : 1;
                    AddDoubleStar(isEverything: endsWith || at + 1 == glob.Length);
                    break;
                case '*':
                    steps.Add(new Step(Kind.AnyInName));
                    break;
                case '?':
                    steps.Add(new Step(Kind.OneInName));
                    break;
                case '[' when ClassEnd(glob, at) is > 0 and var end:
                    steps.Add(new Step(Kind.Class, Class: glob[(at + 1)..end]));
                    at = end;
                    break;
                case '\\' when at + 1 < glob.Length:
                    steps.Add(new Step(Kind.Letter, glob[++at]));
                    break;
                default:
                    steps.Add(new Step(Kind.Letter, glob[at]));
                    break;
            }
        }
    }

    private void AddDoubleStar(bool isEverything)
    {
        if (isEverything)
        {
            steps.Add(new Step(Kind.Everything));
            return;
        }

        steps.Add(new Step(Kind.Directories));
        steps.Add(new Step(Kind.InsideDirectories));
    }

    private void Enter(bool[] active, int step)
    {
        while (!active[step])
        {
            active[step] = true;
            if (step < steps.Count && steps[step].Kind is Kind.AnyInName or Kind.Everything)
            {
                step++;
            }
            else if (step < steps.Count && steps[step].Kind == Kind.Directories)
            {
                active[step + 1] = true;
                step += 2;
            }
        }
    }

    private bool[] Advance(bool[] active, char letter)
    {
        var next = new bool[active.Length];
        for (var index = 0; index < steps.Count; index++)
        {
            if (!active[index])
            {
                continue;
            }

            var step = steps[index];
            switch (step.Kind)
            {
                case Kind.Everything:
                case Kind.AnyInName when letter != '/':
                    Enter(next, index);
                    break;
                case Kind.InsideDirectories:
                    next[index] = true;
                    if (letter == '/')
                    {
                        Enter(next, index + 1);
                    }

                    break;
                case Kind.OneInName when letter != '/':
                case Kind.Letter when letter == step.Letter:
                case Kind.Class when step.Holds(letter):
                    Enter(next, index + 1);
                    break;
            }
        }

        return next;
    }

    private sealed record Step(Kind Kind, char Letter = '\0', string Class = "")
    {
        public bool Holds(char letter)
        {
            var isNegated = Class.StartsWith('^');
            for (var at = isNegated ? 1 : 0; at < Class.Length; at++)
            {
                at += Class[at] == '\\' && at + 1 < Class.Length ? 1 : 0;
                var low = Class[at];
                var isRange = at + 2 < Class.Length && Class[at + 1] == '-';
                at += isRange ? 2 : 0;
                if (letter >= low && letter <= Class[at])
                {
                    return !isNegated;
                }
            }

            return isNegated && letter != '/';
        }
    }
}
