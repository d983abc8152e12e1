using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Environment variables that Python reads through <c>os</c>: by element, by get, by wrapper, over lists of names.</summary>
internal sealed class PythonEnvironment : FrameworkKnowledge
{
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
        foreach (
            var call in reading.Syntax.Calls.Where(call =>
                call.Path is "os.environ.setdefault" && reading.Evaluator.Literal(call.Positional(0)) == "DJANGO_SETTINGS_MODULE"
            )
        )
        {
            reading.AddSetting("django.settingsModule", call.Positional(1), call.Scope);
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
                PythonBlocks.IsTried(reading, call.Open) ? Demand.Optional
                : StartupScope.RunsAtStart(call.Scope) ? Demand.Required
                : Demand.Expected;
        }
        else if (demand == Demand.Expected && reading.Trees.Is(whole.First - 1, "=") && reading.Trees.IsName(whole.First - 2))
        {
            demand = context.DemandOf(reading.Trees.Text(whole.First - 2)) ?? demand;
        }

        reading.EnvironmentReads.Add(new EnvironmentRead(access.Name, Located(fallback), demand, call.Span));
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
