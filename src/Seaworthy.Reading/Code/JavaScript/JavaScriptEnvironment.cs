using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Environment variables that JavaScript reads: <c>process.env</c>, <c>import.meta.env</c>, <c>Deno.env</c>, destructured, by wrapper, over lists of names.</summary>
internal sealed class JavaScriptEnvironment : FrameworkKnowledge
{
    /// <summary>What a setting is called by which the program itself gives a variable a value as soon as the file is loaded.</summary>
    public const string Written = "process.env.";

    /// <summary>The same for a variable that the program gives a value at any time.</summary>
    public const string Made = "process.env.*.";

    private static readonly string[] BuildTimePrefixes = ["NEXT_PUBLIC_", "REACT_APP_", "VUE_APP_", "GATSBY_", "EXPO_PUBLIC_", "VITE_"];
    private static readonly string[] OwnOfVite = ["MODE", "DEV", "PROD", "SSR", "BASE_URL"];

    public override void Read(CodeReading reading)
    {
        if (reading.Evaluator.Rules is not JavaScriptValues values)
        {
            return;
        }

        var context = new ReadContext(reading);
        var wrappers = new EnvironmentWrappers(reading, context);
        var made = ReadPaths(reading, values, context);
        ReadIndexes(reading, values, context, wrappers);
        ReadDestructured(reading, values, context);
        reading.EnvironmentReads.AddRange(SvelteVariables.Reads(reading.Syntax));
        reading.EnvironmentReads.AddRange(wrappers.Reads().Select(read => read with { IsBuildTime = IsBuildTime(read.Name) }));
        Soften(reading, made);
    }

    /// <summary>A variable that the file itself sets, where nobody else has, is missed by nothing that comes after.</summary>
    private static void Soften(CodeReading reading, Dictionary<string, SourceSpan> made)
    {
        foreach (var (name, place) in made)
        {
            reading.Settings.Add(new FrameworkSetting(Made + name, new CodeValue.Reference(name, place), place));
        }

        for (var at = 0; at < reading.EnvironmentReads.Count && made.Count > 0; at++)
        {
            var read = reading.EnvironmentReads[at];
            if (read.Demand == Demand.Required && made.TryGetValue(read.Name, out var place) && read.Span.Start > place.Start)
            {
                reading.EnvironmentReads[at] = read with { Demand = Demand.Optional };
            }
        }
    }

    /// <returns>The variables to which the file itself gives a value, and where it first does.</returns>
    private static Dictionary<string, SourceSpan> ReadPaths(CodeReading reading, JavaScriptValues values, ReadContext context)
    {
        var trees = reading.Trees;
        Dictionary<string, SourceSpan> made = new(StringComparer.Ordinal);
        ScopeCursor scopes = new(reading.Syntax);
        for (var at = 2; at < trees.Count; at++)
        {
            if (!trees.IsName(at) || !(trees.Is(at - 1, ".") || trees.Is(at - 1, "?.")) || !IsOwner(trees, values, at - 2, out var first))
            {
                continue;
            }

            if (trees.Is(at + 1, "=") && trees.Parent(first) < 0 && trees[first].StartsLine)
            {
                reading.Settings.Add(
                    new FrameworkSetting(
                        Written + trees.Text(at),
                        new CodeValue.Reference(trees.Text(at), reading.Syntax.Span(new TokenRange(at, at + 1))),
                        reading.Syntax.Span(new TokenRange(first, at + 1))
                    )
                );
            }

            if (trees.Is(at + 1, "=") || trees.Is(at + 1, "??=") || trees.Is(at + 1, "||="))
            {
                made.TryAdd(trees.Text(at), reading.Syntax.Span(new TokenRange(at, at + 1)));
            }
            else if (
                !trees.Is(first - 1, "delete")
                && !trees.IsOpen(at + 1, Brackets.Paren)
                && !(trees.Is(first + 2, "meta") && OwnOfVite.Contains(trees.Text(at)))
            )
            {
                Add(reading, context, trees.Text(at), null, new TokenRange(first, at + 1), scopes.At(at), trees.Is(first, "import"));
            }
        }

        return made;
    }

    private static bool IsOwner(TokenTrees trees, JavaScriptValues values, int last, out int first)
    {
        first = last;
        if (!trees.IsName(last))
        {
            return false;
        }

        if (trees.Is(last, "env"))
        {
            for (var steps = 0; steps < 3 && (trees.Is(first - 1, ".") || trees.Is(first - 1, "?.")) && trees.IsName(first - 2); steps++)
            {
                first -= 2;
            }
        }

        if (first == last)
        {
            return !trees.Is(last - 1, ".") && values.IsEnvironmentPath(trees.Text(last));
        }

        return trees.Text(last - 2) is "process" or "meta" or "Bun"
            && (first == last - 2 || trees.Text(first) is "import" or "globalThis" or "global");
    }

    private static void ReadIndexes(CodeReading reading, JavaScriptValues values, ReadContext context, EnvironmentWrappers wrappers)
    {
        foreach (var index in reading.Syntax.Indexes.Where(index => index.Receiver is null && values.IsEnvironmentPath(index.Path)))
        {
            ReadIndex(reading, index, context, wrappers);
        }

        foreach (var call in reading.Syntax.Calls.Where(call => call.Path is "Deno.env.get" or "env.get" && call.Receiver is null))
        {
            var site = new TokenRange(call.First, call.End);
            if (reading.Evaluator.Rules.Environment(site, reading.Evaluator) is { } access)
            {
                Add(reading, context, access.Name, access.Default, site, call.Scope, false);
            }
        }
    }

    private static void ReadIndex(CodeReading reading, CodeCall index, ReadContext context, EnvironmentWrappers wrappers)
    {
        var site = new TokenRange(index.First, index.End);
        if (reading.Trees.Is(index.End, "=") || index.Positional(0) is not { } key)
        {
            return;
        }

        if (reading.Evaluator.Literal(key) is { Length: > 0 } name)
        {
            Add(reading, context, name, null, site, index.Scope, index.Path.StartsWith("import", StringComparison.Ordinal));
        }
        else if (key.Value.Count is 1 or 3 && reading.Trees.IsName(key.Value.First))
        {
            ReadList(reading, index, site, reading.Trees.Text(key.Value.First), context, wrappers);
        }
    }

    private static void ReadList(
        CodeReading reading,
        CodeCall index,
        TokenRange site,
        string variable,
        ReadContext context,
        EnvironmentWrappers wrappers
    )
    {
        var names = NameLists.Of(reading, variable, index.Open, index.Scope);
        if (names.Count == 0)
        {
            wrappers.Note(variable, site, index.Scope);
            return;
        }

        reading.EnvironmentReads.AddRange(
            ListDemand.Reads(reading, context, site, index.Scope, names).Select(read => read with { IsBuildTime = IsBuildTime(read.Name) })
        );
    }

    private static void ReadDestructured(CodeReading reading, JavaScriptValues values, ReadContext context)
    {
        foreach (
            var assignment in reading.Syntax.Assignments.Where(assignment =>
                assignment.Member is { Length: > 0 } && values.IsEnvironment(assignment.Value)
            )
        )
        {
            if (reading.Evaluator.Member(assignment) is CodeValue.Environment read)
            {
                var demand = read.Default is null
                    ? context.DemandOf(assignment.Name, assignment.Scope) ?? Demand.Expected
                    : Demand.Optional;
                var isBuildTime = IsBuildTime(read.Name) || reading.Trees.Is(assignment.Value.First, "import");
                reading.EnvironmentReads.Add(
                    new EnvironmentRead(read.Name, read.Default, demand, assignment.Span) { IsBuildTime = isBuildTime }
                );
            }
        }
    }

    private static void Add(
        CodeReading reading,
        ReadContext context,
        string name,
        CodeValue? ownDefault,
        TokenRange site,
        CodeScope? scope,
        bool isBuildTime
    )
    {
        var (fallback, demand) = context.Judge(site, ownDefault, scope);
        var whole = context.Widen(site);
        if (demand == Demand.Expected)
        {
            var isOptional = HasFallbackArgument(reading.Trees, site) || VariableChoice.Has(reading.Trees, site.First);
            demand = context.DemandAround(site) ?? (isOptional ? Demand.Optional : demand);
        }

        if (demand == Demand.Expected && HoldingName.Of(reading.Trees, whole.First) is { } variable)
        {
            // A choice may have taken its other branch: what refuses to go on without it does not demand this one for certain.
            var held = HoldingName.IsNeverRead(reading.Trees, variable) ? Demand.Optional : context.DemandOf(variable, scope) ?? demand;
            demand = held == Demand.Optional || reading.Trees.Is(whole.First - 1, "=") ? held : demand;
        }

        AddRead(reading, name, fallback, demand, site, isBuildTime);
    }

    /// <summary>The function that it is handed to gets a value to fall back to: <c>number(process.env.LIMIT, 40)</c>. The second argument of <c>parseInt</c> is a base.</summary>
    private static bool HasFallbackArgument(TokenTrees trees, TokenRange site)
    {
        if (!trees.IsOpen(site.First - 1, Brackets.Paren) || !trees.IsName(site.First - 2))
        {
            return false;
        }

        // `Boolean(process.env.X)` asks whether it is set.
        if (trees.IsClose(site.End, Brackets.Paren))
        {
            return trees.Is(site.First - 2, "Boolean");
        }

        var behind = trees.Is(site.End + 2, ",") ? site.End + 3 : site.End + 2;
        return trees.Is(site.End, ",")
            && (
                SaysDefault(trees, site.End + 1)
                || (
                    !trees.Is(site.First - 2, "parseInt")
                    && trees.Text(site.End + 1) is [(>= '0' and <= '9') or '"' or '\'', ..] or "true" or "false"
                    && trees.IsClose(behind, Brackets.Paren)
                )
            );
    }

    /// <summary>The argument by its own name: <c>DEFAULT_LIMIT</c>, <c>envDefaults.LANGUAGE</c>.</summary>
    private static bool SaysDefault(TokenTrees trees, int at)
    {
        const int Members = 3;
        for (var steps = 0; steps < Members && trees.IsName(at); steps++, at += 2)
        {
            if (
                trees.Text(at).Contains("default", StringComparison.OrdinalIgnoreCase)
                || trees.Text(at).Contains("fallback", StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }

            if (!trees.Is(at + 1, "."))
            {
                break;
            }
        }

        return false;
    }

    private static void AddRead(CodeReading reading, string name, CodeValue? fallback, Demand demand, TokenRange site, bool isBuildTime) =>
        reading.EnvironmentReads.Add(
            new EnvironmentRead(name, fallback, demand, reading.Syntax.Span(site))
            {
                IsBuildTime = isBuildTime || IsBuildTime(name),
                Aliases = AliasesIn(fallback),
            }
        );

    private static bool IsBuildTime(string name) => BuildTimePrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static IReadOnlyList<string> AliasesIn(CodeValue? fallback)
    {
        List<string> names = [];
        for (var value = fallback; value is CodeValue.Environment read && names.Count < 8; value = read.Default)
        {
            names.Add(read.Name);
        }

        return names;
    }
}
