using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Elixir;

/// <summary>Variables that Elixir reads, in its configuration above all: <c>config/runtime.exs</c> when the release starts, the other files of <c>config/</c> when it is built.</summary>
/// <remarks>Source: Elixir documentation, "Config", "Configuration and releases".</remarks>
internal sealed class ElixirEnvironment : FrameworkKnowledge
{
    // What the build reads, an image has fixed; whether the build was given it is another question.
    private static readonly string[] OfBuild = ["config/config.exs", "config/prod.exs"];

    // if config_env() == :prod and not self_hosted do
    private static readonly string[] Combinations = [" and ", " or ", "&&", "||", "not "];

    private static readonly string[] Comparisons = ["in", "==", "!=", "=~"];

    public override void Read(CodeReading reading)
    {
        if (reading.Evaluator.Rules is not ElixirValueRules values)
        {
            return;
        }

        ReadContext context = new(reading);
        EnvironmentWrappers wrappers = new(reading, context);
        foreach (var call in reading.Syntax.Calls)
        {
            if (values.AccessOf(call, reading.Evaluator) is { } access)
            {
                if (!IsOfOtherEnvironment(reading, call))
                {
                    reading.EnvironmentReads.Add(Judged(reading, context, call, access));
                }
            }
            else if (ElixirValueRules.IsRead(call) && call.Positional(0) is { Value.Count: 1 } key && reading.Trees.IsName(key.Value.First))
            {
                wrappers.Note(reading.Trees.Text(key.Value.First), new TokenRange(call.First, call.End), call.Scope);
            }
        }

        reading.EnvironmentReads.AddRange(wrappers.Reads());
    }

    private static EnvironmentRead Judged(CodeReading reading, ReadContext context, CodeCall call, EnvironmentAccess access)
    {
        var trees = reading.Trees;
        var (fallback, demand) = context.Judge(new TokenRange(call.First, call.End), access.Default, call.Scope);
        // What stands there raises.
        fallback = demand == Demand.Required ? null : fallback;
        if (ElixirValueRules.Raises(call))
        {
            demand = IsCertain(reading, call) ? Demand.Required : Demand.Expected;
        }
        else if (demand == Demand.Required && !IsCertain(reading, call))
        {
            demand = Demand.Expected;
        }
        else if (demand == Demand.Expected && Array.Exists(Comparisons, word => trees.Is(call.End, word)))
        {
            demand = Demand.Optional;
        }

        if (Array.Exists(OfBuild, path => reading.File.Path.EndsWith(path, StringComparison.Ordinal)))
        {
            demand = Demand.Optional;
        }

        return new EnvironmentRead(access.Name, fallback is CodeValue.Unknown { Why: "null" } ? null : fallback, demand, call.Span);
    }

    /// <summary>Nothing but the environment of the release decides whether it is read.</summary>
    private static bool IsCertain(CodeReading reading, CodeCall call) =>
        CodeSyntax.RunsAtLoad(call.Scope) && Around(reading, call).All(test => test is BranchOf.Production);

    private static bool IsOfOtherEnvironment(CodeReading reading, CodeCall call) =>
        Around(reading, call).Any(test => test is BranchOf.OtherEnvironment);

    private static IEnumerable<BranchOf> Around(CodeReading reading, CodeCall call) =>
        reading
            .Syntax.Conditions.Where(condition => condition.Body.Contains(call.First))
            .Select(condition => Branch(reading, condition, call));

    /// <summary><c>if config_env() == :prod do … else … end</c>, <c>if config_env() in [:dev, :test] do … else … end</c>.</summary>
    private static BranchOf Branch(CodeReading reading, CodeCondition condition, CodeCall call)
    {
        var test = reading.Syntax.Span(condition.Test).Text;
        if (
            !test.Contains("env", StringComparison.Ordinal)
            || Array.Exists(Combinations, word => test.Contains(word, StringComparison.Ordinal))
        )
        {
            return BranchOf.Something;
        }

        var isOpposite = reading.Trees.Is(condition.Token, "unless") || test.Contains("!=", StringComparison.Ordinal);
        var isElse = Else(reading.Trees, condition.Body) is >= 0 and var otherwise && otherwise < call.First;
        return (IsOf(test, ":prod"), IsOf(test, ":dev") || IsOf(test, ":test")) switch
        {
            (true, false) => isOpposite == isElse ? BranchOf.Production : BranchOf.OtherEnvironment,
            (false, true) => isOpposite == isElse ? BranchOf.OtherEnvironment : BranchOf.Production,
            _ => BranchOf.Something,
        };
    }

    /// <summary>Where the other branch begins: not the key of a condition in one line, <c>if ipv6, do: [:inet6], else: []</c>.</summary>
    private static int Else(TokenTrees trees, TokenRange body)
    {
        var at = trees.Find(body, "else");
        while (at >= 0 && trees.Is(at + 1, ":"))
        {
            at = trees.Find(new TokenRange(at + 1, body.End), "else");
        }

        return at;
    }

    private static bool IsOf(string test, string environment) => test.Contains(environment, StringComparison.Ordinal);

    private enum BranchOf
    {
        Something,
        Production,
        OtherEnvironment,
    }
}
