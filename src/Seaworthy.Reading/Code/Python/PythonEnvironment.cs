using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Environment variables that Python reads through <c>os</c>: by element, by get, by wrapper, over lists of names.</summary>
internal sealed class PythonEnvironment : FrameworkKnowledge
{
    /// <summary>Begins the name of the setting for a variable that the program itself sets.</summary>
    public const string Written = "os.environ.";

    public override void Read(CodeReading reading)
    {
        if (reading.Evaluator.Rules is not PythonValues values)
        {
            return;
        }

        var context = new ReadContext(reading);
        var wrappers = new EnvironmentWrappers(reading, context);
        foreach (var call in reading.Syntax.Calls.Concat(reading.Syntax.Indexes))
        {
            ReadCall(reading, values, context, wrappers, call);
        }

        reading.EnvironmentReads.AddRange(wrappers.Reads());
        ForgetOwn(reading, values);
        foreach (
            var call in reading.Syntax.Calls.Where(call =>
                call.Path is "os.environ.setdefault" && reading.Evaluator.Literal(call.Positional(0)) == DjangoSettings.ModuleVariable
            )
        )
        {
            reading.AddSetting("django.settingsModule", call.Positional(1), call.Scope);
        }
    }

    /// <summary>What the file sets by itself it reads back to restore it, or on the way to a library: nobody else has to give it.</summary>
    private static void ForgetOwn(CodeReading reading, PythonValues values)
    {
        var assigned = reading.Syntax.Indexes.Where(call => values.IsRead(call) && reading.Trees.Is(call.End, "=")).ToList();
        foreach (var call in assigned)
        {
            reading.AddSetting(Written + reading.Evaluator.Literal(call.Positional(0)), call.Positional(0), call.Scope);
        }

        var own = assigned.Select(call => reading.Evaluator.Literal(call.Positional(0))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (own.Count > 0)
        {
            for (var at = 0; at < reading.EnvironmentReads.Count; at++)
            {
                if (reading.EnvironmentReads[at] is { Default: null, Demand: Demand.Expected } read && own.Contains(read.Name))
                {
                    reading.EnvironmentReads[at] = read with { Demand = Demand.Optional };
                }
            }
        }
    }

    private static void ReadCall(CodeReading reading, PythonValues values, ReadContext context, EnvironmentWrappers wrappers, CodeCall call)
    {
        var site = new TokenRange(call.First, call.End);
        if (values.AccessOf(call, reading.Evaluator) is { } access)
        {
            if (!(call.Kind == CallKind.Index && reading.Trees.Is(call.End, "=")) && !reading.Trees.Is(call.First - 1, "del"))
            {
                Add(reading, context, call, site, access);
            }
        }
        else if (values.IsRead(call) && call.Positional(0) is { Value.Count: 1 } key && reading.Trees.IsName(key.Value.First))
        {
            ReadNamed(reading, context, wrappers, call, site, reading.Trees.Text(key.Value.First));
        }
    }

    private static void Add(CodeReading reading, ReadContext context, CodeCall call, TokenRange site, EnvironmentAccess access)
    {
        var (fallback, demand) = context.Judge(site, access.Default, call.Scope);
        var whole = context.Widen(site);
        if (call.Kind == CallKind.Index && fallback is null)
        {
            // A missing key raises: at start that ends the program, unless somebody waits for it.
            demand =
                PythonBlocks.IsTried(reading, call.Open) || PythonBranches.IsAskedFirst(reading, site, access.Name) ? Demand.Optional
                : PythonBranches.IsOne(reading, site) ? Demand.Expected
                : StartupScope.RunsAtStart(call.Scope) ? Demand.Required
                : Demand.Expected;
        }
        else if (demand == Demand.Expected && reading.Trees.Is(whole.First - 1, "=") && reading.Trees.IsName(whole.First - 2))
        {
            demand = context.DemandOf(reading.Trees.Text(whole.First - 2), call.Scope) ?? demand;
        }

        if (
            demand == Demand.Expected
            && call.Kind != CallKind.Index
            && (IsNone(reading, call) || IsAnnotatedOptional(reading, whole) || IsMadeUp(reading, site))
        )
        {
            demand = Demand.Optional;
        }

        reading.EnvironmentReads.Add(
            new EnvironmentRead(access.Name, Located(fallback), demand, call.Span)
            {
                StopsLoading =
                    call.Kind == CallKind.Index
                    && demand == Demand.Required
                    && access.Default is null
                    && PythonBlocks.IsAlwaysReached(reading, call.First),
            }
        );
    }

    /// <summary><c>os.getenv("X", None)</c>, <c>os.environ.pop("X", None)</c>: who writes the None has thought of the case.</summary>
    private static bool IsNone(CodeReading reading, CodeCall call) =>
        (call.Positional(1) ?? call.Named("default")) is { Value.Count: 1 } given && reading.Trees.Is(given.Value.First, "None");

    /// <summary><c>name: Optional[str] = os.getenv("X")</c>, <c>name: str | None = …</c></summary>
    private static bool IsAnnotatedOptional(CodeReading reading, TokenRange whole)
    {
        if (!reading.Trees.Is(whole.First - 1, "="))
        {
            return false;
        }

        const int LongestAnnotation = 8;
        var found = false;
        for (var at = whole.First - 2; at > whole.First - 2 - LongestAnnotation; at--)
        {
            if (reading.Trees.Is(at, ":"))
            {
                return found && reading.Trees.IsName(at - 1);
            }

            found |= reading.Trees.Is(at, "Optional") || reading.Trees.Is(at, "None");
        }

        return false;
    }

    /// <summary>Absence has its meaning: <c>bool(os.getenv("X"))</c> is false, <c>to_bool(os.getenv("X"), False)</c> names its fallback.</summary>
    private static bool IsMadeUp(CodeReading reading, TokenRange site)
    {
        var trees = reading.Trees;
        return trees.IsOpen(site.First - 1, Brackets.Paren)
            && (
                trees.Is(site.First - 2, "bool")
                || trees.IsName(site.First - 2)
                    && trees.Is(site.End, ",")
                    && (trees.Is(site.End + 1, "True") || trees.Is(site.End + 1, "False") || trees.Is(site.End + 1, "None"))
            );
    }

    private static CodeValue? Located(CodeValue? fallback) => fallback is CodeValue.Unknown { Why: "null" } ? null : fallback;

    private static void ReadNamed(
        CodeReading reading,
        ReadContext context,
        EnvironmentWrappers wrappers,
        CodeCall call,
        TokenRange site,
        string variable
    )
    {
        var names = NameLists.Of(reading, variable, call.Open, call.Scope);
        if (names.Count == 0)
        {
            wrappers.Note(variable, site, call.Scope);
            return;
        }

        reading.EnvironmentReads.AddRange(ListDemand.Reads(reading, context, site, call.Scope, names));
    }
}
