using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>
/// What the code around an environment read does when the variable is unset: falls back, asks, throws, or goes on without a value.
/// </summary>
internal sealed class ReadContext(CodeReading reading)
{
    private const int MaximumWrappers = 8;

    private static readonly string[] Reads = ["process.env.", "os.environ", "etenv("];

    // What is not set, or names the environment itself, is the way of the deployment.
    private static readonly string[] NoSwitches = ["!", "not ", "production", "NODE_ENV", "development"];

    private List<CodeCondition>? guards;
    private Dictionary<string, List<CodeCondition>>? guardsByName;
    private HashSet<string>? asked;
    private HashSet<string>? askedReads;

    private TokenTrees Trees => reading.Trees;

    /// <summary>Judges a read.</summary>
    /// <param name="site">The tokens of the read itself.</param>
    /// <param name="ownDefault">The default that is part of the read.</param>
    public (CodeValue? Default, Demand Demand) Judge(TokenRange site, CodeValue? ownDefault, CodeScope? scope)
    {
        var whole = Widen(site);
        if (IsFallback(whole.End))
        {
            return (ownDefault ?? Rest(whole.End, scope), DemandOfRest(whole.End));
        }

        if (ownDefault is not null)
        {
            return (ownDefault, Demand.Optional);
        }

        if (Branch(site, whole, scope) is { } branch)
        {
            return (branch, Demand.Optional);
        }

        if (GuardDemand(site, whole) is { } demand)
        {
            return (null, demand);
        }

        return (null, IsAsked(whole) || IsLogged(whole) || IsAskedElsewhere(site) ? Demand.Optional : Demand.Expected);
    }

    /// <summary>The file asks somewhere whether the very variable is set, and goes on without it: <c>if (!process.env.X) return</c>, <c>process.env.X ? f(process.env.X) : d</c>.</summary>
    private bool IsAskedElsewhere(TokenRange site)
    {
        askedReads ??= ReadsInTests();
        return askedReads.Contains(reading.Syntax.Span(site).Text);
    }

    /// <summary>The call around it replaces a missing value, or rejects it: <c>flag(process.env.SECURE) ?? true</c>; null when it does neither.</summary>
    public Demand? DemandAround(TokenRange site) =>
        Trees.IsOpen(site.First - 1, Brackets.Paren)
        && Trees.IsName(site.First - 2)
        && Trees.IsClose(site.End, Brackets.Paren)
        && IsFallback(site.End + 1)
            ? DemandOfRest(site.End + 1)
            : null;

    /// <summary>What happens to a variable that holds the read: a guard further down may refuse to go on without it.</summary>
    /// <param name="scope">The function that the variable is declared in: another one may have a variable of that name.</param>
    public Demand? DemandOf(string variable, CodeScope? scope)
    {
        guardsByName ??= NamesInGuards();
        var found = guardsByName
            .GetValueOrDefault(variable, [])
            .Where(guard => scope is null || CodeScope.IsWithin(guard.Scope, scope))
            .ToList();
        if (found.Count > 0)
        {
            return found.Max(DemandOfGuard);
        }

        // "if key:" means that the program goes on without it.
        asked ??= NamesInTests();
        return asked.Contains(variable) ? Demand.Optional : null;
    }

    /// <summary>Whether a stretch of code refuses to go on: throws, raises, exits.</summary>
    public bool Refuses(TokenRange body)
    {
        var end = Math.Min(body.End, body.First + 120);
        for (var at = body.First; at < end; at++)
        {
            if (
                Trees.Is(at, "throw")
                || Trees.Is(at, "raise")
                || (Trees.Is(at, "exit") && Trees.IsOpen(at + 1, Brackets.Paren))
                || Trees.Is(at, "_exit")
                || (Trees.Is(at, "die") && Trees.IsOpen(at + 1, Brackets.Paren))
                || (Trees.Is(at, "abort") && Trees.Language == Language.Ruby)
                || Trees.Is(at, "panic")
                || Trees.Is(at, "Fatal")
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The read together with conversions around it: <c>Number(X)</c>, <c>(X)</c>, <c>X.trim()</c>, <c>X!</c>, <c>X as string</c>.</summary>
    public TokenRange Widen(TokenRange range)
    {
        for (var steps = 0; steps < MaximumWrappers; steps++)
        {
            var wider = WidenOnce(range);
            if (wider == range)
            {
                break;
            }

            range = wider;
        }

        return range;
    }

    private TokenRange WidenOnce(TokenRange range)
    {
        if (Trees.Is(range.End, "!") && !Trees.Is(range.End + 1, "="))
        {
            return range with { End = range.End + 1 };
        }

        if (Trees.Is(range.End, "as") && Trees.IsName(range.End + 1) && reading.Syntax.Language != Language.Python)
        {
            var end = range.End + 2;
            // as string | undefined
            while (Trees.Is(end, "|") && Trees.IsName(end + 1))
            {
                end += 2;
            }

            return range with
            {
                End = end,
            };
        }

        if (Trees.Language == Language.Ruby && Trees.IsMemberSign(range.End) && !Trees.IsOpen(range.End + 2, Brackets.Paren))
        {
            return reading.Evaluator.Rules.TransparentMethods.Contains(Trees.Text(range.End + 1))
                ? range with
                {
                    End = range.End + 2,
                }
                : range;
        }

        if (Trees.Is(range.End, ".") || Trees.Is(range.End, "?."))
        {
            var isTransparent =
                Trees.IsOpen(range.End + 2, Brackets.Paren)
                && (
                    reading.Evaluator.Rules.TransparentMethods.Contains(Trees.Text(range.End + 1))
                    || Trees.Text(range.End + 1) is "split" or "replace" or "toUpperCase" or "upper" or "map" or "filter"
                );
            return isTransparent ? range with { End = Trees.After(range.End + 2) } : range;
        }

        return Enclose(range);
    }

    private TokenRange Enclose(TokenRange range)
    {
        var open = range.First - 1;
        if (!Trees.IsOpen(open, Brackets.Paren) || !(Trees.Partner(open) == range.End || Trees.Is(range.End, ",")))
        {
            return range;
        }

        if (reading.Syntax.CallAt(open) is { } call)
        {
            return call.Receiver is null && reading.Evaluator.Rules.TransparentCalls.Contains(call.Path)
                ? new TokenRange(call.First, call.End)
                : range;
        }

        var isPlain = Trees.Partner(open) == range.End && !Trees.IsName(open - 1) && !Trees.IsKind(open - 1, TokenKind.Close);
        return isPlain ? new TokenRange(open, Trees.After(open)) : range;
    }

    private bool IsFallback(int at) => Trees.Is(at, "||") || Trees.Is(at, "??") || Trees.Is(at, "?:") || Trees.Is(at, "or");

    private CodeValue? Rest(int sign, CodeScope? scope)
    {
        var range = new TokenRange(sign + 1, EndOfOperand(sign + 1));
        return reading.Value(range, scope) is { } value and not CodeValue.Unknown { Why: "null" or "nothing is written" } ? value : null;
    }

    // "X ?? throw …", "X || (() => { throw … })()"
    private Demand DemandOfRest(int sign) =>
        Refuses(new TokenRange(sign + 1, Math.Min(sign + 8, EndOfOperand(sign + 1)))) ? Demand.Required : Demand.Optional;

    private int EndOfOperand(int start)
    {
        var at = start;
        for (var steps = 0; at < Trees.Count && steps < 200; steps++, at = Trees.After(at))
        {
            if (
                Trees.IsKind(at, TokenKind.Close)
                || Trees.IsKind(at, TokenKind.Newline)
                || (Trees.IsKind(at, TokenKind.Operator) && Trees.Chars(at) is "," or ";" or "?" or ":" or "=>")
                || (Trees.IsName(at) && Trees.Chars(at) is "if" or "else" or "for")
                || (at > start && Trees[at].StartsLine && EndsLine(at))
            )
            {
                break;
            }
        }

        return at;
    }

    private bool EndsLine(int at) =>
        Trees.ParentBracket(at) is not Brackets.Paren and not Brackets.Square
        && !Trees.IsKind(at, TokenKind.Operator)
        && !Trees.IsKind(at - 1, TokenKind.Operator);

    // "X ? Number(X) : d": the other branch is the default. "X ? 'set' : 'missing'" says something about X, and takes nothing in its place.
    private CodeValue? Branch(TokenRange site, TokenRange whole, CodeScope? scope)
    {
        if (!Trees.Is(whole.End, "?") || Trees.Is(whole.First - 1, "!"))
        {
            return null;
        }

        var colon = EndOfOperand(whole.End + 1);
        return
            Trees.Is(colon, ":")
            && Mentions(new TokenRange(whole.End + 1, colon), site)
            && reading.Value(new TokenRange(colon + 1, EndOfOperand(colon + 1)), scope) is { } value and not CodeValue.Unknown
            ? value
            : null;
    }

    private bool Mentions(TokenRange range, TokenRange site)
    {
        var read = reading.Syntax.Span(site).Text.TrimEnd('"', '\'', ']', ')');
        var name = read[(read.AsSpan().LastIndexOfAny(".\"'") + 1)..];
        return reading.Syntax.Span(range).Text.Contains(name, StringComparison.Ordinal);
    }

    private bool IsAsked(TokenRange whole)
    {
        var (before, after) = (whole.First - 1, whole.End);
        return IsComparison(before)
            || IsComparison(after)
            || Trees.Is(after, "?")
            || Trees.Is(before, "!")
            || Trees.Is(before, "not")
            || Trees.Is(before, "if")
            || Trees.Is(before, "elif")
            || Trees.Is(after, "if")
            || IsFallback(before)
            || (
                Trees.IsOpen(before, Brackets.Paren)
                && (
                    Trees.Is(before - 1, "if")
                    || Trees.Is(before - 1, "while")
                    || Trees.Is(before - 1, "Boolean")
                    || Trees.Is(before - 1, "bool")
                    || Trees.Is(before - 1, "isset")
                    || Trees.Is(before - 1, "empty")
                )
            )
            || Trees.Is(after, "?.");
    }

    private bool IsComparison(int at) =>
        Trees.IsKind(at, TokenKind.Operator) || Trees.IsName(at)
            ? Trees.Chars(at) is "===" or "!==" or "==" or "!=" or "&&" or "and" or "in" or "is" or ">" or "<"
            : false;

    private bool IsLogged(TokenRange whole)
    {
        for (var (open, steps) = (Trees.Parent(whole.First), 0); open >= 0 && steps < 4; open = Trees.Parent(open), steps++)
        {
            if (reading.Syntax.CallAt(open) is { } call)
            {
                var owner = call.Path.Split('.')[0];
                return owner is "console" or "logger" or "log" or "logging" or "print";
            }

            if (
                !Trees.IsOpen(open, Brackets.Hole)
                && !Trees.IsOpen(open, Brackets.Template)
                && !Trees.IsOpen(open, Brackets.Brace)
                && !Trees.IsOpen(open, Brackets.Paren)
            )
            {
                return false;
            }
        }

        return false;
    }

    private Demand? GuardDemand(TokenRange site, TokenRange whole)
    {
        guards ??= [.. reading.Syntax.Conditions.Where(condition => Refuses(condition.Body))];
        var guard = LastBefore(site.First);
        if (guard is null || !guard.Test.Contains(site.First))
        {
            return null;
        }

        return IsDenied(whole) ? DemandOfGuard(guard) : null;
    }

    private CodeCondition? LastBefore(int token)
    {
        var (low, high) = (0, (guards?.Count ?? 0) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high) = guards is { } all && all[middle].Token <= token ? (middle + 1, high) : (low, middle - 1);
        }

        return high >= 0 ? guards?[high] : null;
    }

    // "!X", "not X", "X === undefined", "X is None"
    private bool IsDenied(TokenRange whole) =>
        Trees.Is(whole.First - 1, "!")
        || Trees.Is(whole.First - 1, "not")
        || (
            (Trees.Is(whole.End, "===") || Trees.Is(whole.End, "==") || Trees.Is(whole.End, "is"))
            && (Trees.Text(whole.End + 1) is "undefined" or "null" or "None" or "false" or "''" or "\"\"")
        );

    /// <summary>Whether what runs at start refuses; a refusal inside a request handler is not one at start, and one among several alternatives demands none of them alone.</summary>
    private Demand DemandOfGuard(CodeCondition guard)
    {
        var isOneOfMany = Trees.Find(guard.Test, "&&") >= 0 || Trees.Find(guard.Test, "and") >= 0;
        var isInProduction = isOneOfMany && reading.Syntax.Span(guard.Test).Text.Contains("production", StringComparison.OrdinalIgnoreCase);
        if ((isOneOfMany && !isInProduction) || IsBehindSwitch(guard))
        {
            return Demand.Optional;
        }

        return StartupScope.RunsAtStart(guard.Scope) ? Demand.Required : Demand.Expected;
    }

    /// <summary><c>if (process.env.HTTPS === "true") { if (!certificate) exit(1); }</c>: another variable has to switch the question on first.</summary>
    private bool IsBehindSwitch(CodeCondition guard) =>
        reading.Syntax.Conditions.Any(outer =>
            outer.Body.First <= guard.Token
            && guard.Test.End <= outer.Body.End
            && reading.Syntax.Span(outer.Test).Text is var test
            && Array.Exists(Reads, read => test.Contains(read, StringComparison.Ordinal))
            && !Array.Exists(NoSwitches, word => test.Contains(word, StringComparison.OrdinalIgnoreCase))
        );

    private HashSet<string> NamesInTests()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var test in reading.Syntax.Conditions.Select(condition => condition.Test).Where(test => test.Count < 60))
        {
            for (var at = test.First; at < test.End; at = Trees.After(at))
            {
                if (Trees.IsName(at) && !Trees.Is(at + 1, ".") && !Trees.IsOpen(at + 1, Brackets.Paren))
                {
                    names.Add(Trees.Text(at));
                }
            }
        }

        for (var at = 1; at < Trees.Count; at++)
        {
            if (Trees.IsName(at - 1) && !Trees.Is(at - 2, ".") && IsChoice(at))
            {
                names.Add(Trees.Text(at - 1));
            }
        }

        return names;
    }

    /// <summary>What stands before it may be missing: <c>x ? …</c>, <c>x &amp;&amp; …</c>, <c>x || …</c>, <c>x ?? …</c>. A <c>?</c> before a colon, comma or bracket marks an optional member of a type.</summary>
    private bool IsChoice(int at) =>
        Trees.Is(at, "?")
            ? !Trees.Is(at + 1, ":") && !Trees.Is(at + 1, ",") && !Trees.Is(at + 1, ";") && !Trees.IsKind(at + 1, TokenKind.Close)
            : Trees.Is(at, "&&") || Trees.Is(at, "||") || Trees.Is(at, "??");

    /// <summary>The reads, as written, that a test asks for without refusing to go on.</summary>
    private HashSet<string> ReadsInTests()
    {
        HashSet<string> reads = new(StringComparer.Ordinal);
        for (var at = 1; at < Trees.Count; at++)
        {
            if (Trees.IsName(at - 1) && Trees.Is(at, "?") && IsChoice(at))
            {
                reads.Add(PathBefore(at));
            }
        }

        foreach (var condition in reading.Syntax.Conditions.Where(condition => condition.Test.Count < 60 && !Refuses(condition.Body)))
        {
            for (var at = condition.Test.First + 1; at <= condition.Test.End; at++)
            {
                if (Trees.IsName(at - 1) && Trees.Is(at - 2, ".") && !Trees.Is(at, ".") && !IsComparison(at))
                {
                    reads.Add(PathBefore(at));
                }
            }
        }

        return reads;
    }

    /// <summary>The dotted name that ends before a token: <c>process.env.X</c>.</summary>
    private string PathBefore(int end)
    {
        var first = end - 1;
        while (Trees.Is(first - 1, ".") && Trees.IsName(first - 2))
        {
            first -= 2;
        }

        return reading.Syntax.Span(new TokenRange(first, end)).Text;
    }

    private Dictionary<string, List<CodeCondition>> NamesInGuards()
    {
        Dictionary<string, List<CodeCondition>> found = new(StringComparer.Ordinal);
        foreach (var condition in reading.Syntax.Conditions.Where(condition => condition.Test.Count < 60 && Refuses(condition.Body)))
        {
            for (var at = condition.Test.First; at < condition.Test.End; at++)
            {
                if (Trees.IsName(at) && IsDenied(new TokenRange(at, at + 1)))
                {
                    var name = Trees.Text(at);
                    found.TryAdd(name, []);
                    found[name].Add(condition);
                }
            }
        }

        return found;
    }
}
