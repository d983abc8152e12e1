using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>Variables read by <c>Environment.GetEnvironmentVariable</c> and by keys of the configuration, which appsettings files may give as well.</summary>
internal sealed class CSharpEnvironment : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        if (reading.Evaluator.Rules is not CSharpValueRules rules)
        {
            return;
        }

        ReadContext context = new(reading);
        foreach (var read in rules.Reads.All)
        {
            var own = read.Default.IsEmpty ? null : reading.Value(read.Default, read.Call.Scope);
            var (fallback, demand) = context.Judge(Whole(reading, read.Call), own, read.Call.Scope);
            demand = demand == Demand.Expected ? CSharpEmptyTest.Find(reading.Syntax, read.Call) ?? demand : demand;

            // "?? throw" is no default.
            fallback = demand == Demand.Required ? null : fallback;
            demand = StartDemand.Of(reading.Syntax, demand, read.Call.First, read.Call.Scope);
            reading.EnvironmentReads.Add(
                read.Key is { } key
                    ? new EnvironmentRead(read.Name, fallback, demand, read.Call.Span)
                    {
                        Schema = "IConfiguration",
                        IgnoresCase = true,
                        Aliases = read.Name == key ? [] : [key],
                    }
                    : new EnvironmentRead(read.Name, fallback, demand, read.Call.Span)
            );
        }
    }

    private static TokenRange Whole(CodeReading reading, CodeCall call)
    {
        var end = reading.Trees.Is(call.End, ".") && reading.Trees.Is(call.End + 1, "Value") ? call.End + 2 : call.End;
        return new TokenRange(call.Whole.First, end);
    }
}
