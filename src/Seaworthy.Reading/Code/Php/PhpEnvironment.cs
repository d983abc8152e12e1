using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>Variables that PHP reads: by function, by element, by a function of the file around those, and the variables that phpdotenv requires.</summary>
/// <remarks>Source: README of vlucas/phpdotenv, "Requiring Variables to be Set".</remarks>
internal sealed class PhpEnvironment : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        if (reading.Evaluator.Rules is not PhpValueRules values)
        {
            return;
        }

        ReadContext context = new(reading);
        EnvironmentWrappers wrappers = new(reading, context);
        foreach (var call in reading.Syntax.Calls.Concat(reading.Syntax.Indexes))
        {
            TokenRange site = new(call.First, call.End);
            if (values.AccessOf(call, reading.Evaluator) is { } access)
            {
                if (!(call.Kind == CallKind.Index && (reading.Trees.Is(call.End, "=") || reading.Trees.Is(call.End, "??="))))
                {
                    Add(reading, values, context, call, site, access);
                }
            }
            else if (PhpValueRules.IsRead(call) && call.Positional(0) is { Value.Count: 1 } key && reading.Trees.IsName(key.Value.First))
            {
                wrappers.Note(reading.Trees.Text(key.Value.First), site, call.Scope);
            }
            else if (call.Name == "required" && call.Path.Length > "required".Length)
            {
                Require(reading, call);
            }
        }

        reading.EnvironmentReads.AddRange(wrappers.Reads());
    }

    private static void Add(
        CodeReading reading,
        PhpValueRules values,
        ReadContext context,
        CodeCall call,
        TokenRange site,
        EnvironmentAccess access
    )
    {
        var (fallback, demand) = context.Judge(site, access.Default, call.Scope);
        var whole = context.Widen(site);
        if (call.Name == "getOrFail")
        {
            demand = StartDemand.Of(reading.Syntax, Demand.Required, call.First, call.Scope);
        }
        else if (
            demand == Demand.Expected
            && (values.IsGivenNull(call) || IsCast(reading.Trees, whole.First) || IsOfConfiguration(reading, call))
        )
        {
            demand = Demand.Optional;
        }
        else if (demand == Demand.Expected && reading.Trees.Is(whole.First - 1, "=") && reading.Trees.IsName(whole.First - 2))
        {
            demand = context.DemandOf(reading.Trees.Text(whole.First - 2), call.Scope) ?? demand;
        }

        fallback = demand == Demand.Required || fallback is CodeValue.Unknown { Why: "null" } ? null : fallback;
        reading.EnvironmentReads.Add(new EnvironmentRead(access.Name, fallback, demand, call.Span));
    }

    // Laravel's configuration names the variables of every driver; env() gives null for those not in use.
    private static bool IsOfConfiguration(CodeReading reading, CodeCall call) =>
        call.Name == "env" && $"/{reading.File.Directory}/".Contains("/config/", StringComparison.Ordinal);

    // "(bool) env('X')": absence has its meaning.
    private static bool IsCast(TokenTrees trees, int first) =>
        trees.IsClose(first - 1, Brackets.Paren) && trees.Chars(first - 2) is "bool" or "boolean" or "array";

    // $dotenv->required('A'), $dotenv->required(['A', 'B'])
    private static void Require(CodeReading reading, CodeCall call)
    {
        if (call.Positional(0) is not { } names || !reading.Trees.File.Text.Contains("otenv", StringComparison.Ordinal))
        {
            return;
        }

        var demand = StartDemand.Of(reading.Syntax, Demand.Required, call.First, call.Scope);
        for (var at = names.Value.First; at < names.Value.End; at++)
        {
            if (
                reading.Trees.IsKind(at, TokenKind.String)
                && Literals.Value(reading.Trees, at) is var name
                && EnvironmentNames.IsName(name)
            )
            {
                reading.EnvironmentReads.Add(new EnvironmentRead(name, null, demand, reading.Trees.Span(at)) { Schema = "phpdotenv" });
            }
        }
    }
}
