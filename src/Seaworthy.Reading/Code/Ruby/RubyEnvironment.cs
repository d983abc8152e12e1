using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Ruby;

/// <summary>Variables that Ruby reads: by element, by <c>fetch</c>, by a method of the file around those.</summary>
internal sealed class RubyEnvironment : FrameworkKnowledge
{
    private const int Near = 60;

    public override void Read(CodeReading reading)
    {
        if (reading.Evaluator.Rules is not RubyValueRules values)
        {
            return;
        }

        ReadContext context = new(reading);
        EnvironmentWrappers wrappers = new(reading, context);
        foreach (var call in reading.Syntax.Calls.Concat(reading.Syntax.Indexes))
        {
            if (values.AccessOf(call, reading.Evaluator) is { } access)
            {
                if (!reading.Trees.Is(call.End, "="))
                {
                    reading.EnvironmentReads.Add(Judged(reading, values, context, call, access));
                }
            }
            else if (RubyValueRules.IsRead(call) && call.Positional(0) is { Value.Count: 1 } key && reading.Trees.IsName(key.Value.First))
            {
                wrappers.Note(reading.Trees.Text(key.Value.First), new TokenRange(call.First, call.End), call.Scope);
            }
        }

        reading.EnvironmentReads.AddRange(wrappers.Reads());
    }

    private static EnvironmentRead Judged(
        CodeReading reading,
        RubyValueRules values,
        ReadContext context,
        CodeCall call,
        EnvironmentAccess access
    )
    {
        if (RubyValueRules.IsFetch(call))
        {
            return OfFetch(reading, values, context, call, access);
        }

        // "ENV['X'] ||= 'd'" reads it and gives it a value.
        if (reading.Trees.Is(call.End, "||="))
        {
            var rest = new TokenRange(call.End + 1, Math.Min(call.End + 2, reading.Trees.Count));
            return new EnvironmentRead(access.Name, reading.Value(rest, call.Scope), Demand.Optional, call.Span);
        }

        var site = new TokenRange(call.First, call.End);
        var (fallback, demand) = context.Judge(site, null, call.Scope);
        if (RubyGuards.Of(reading, context, call) is { } guarded)
        {
            demand = guarded;
        }
        else if (demand == Demand.Expected && (IsQuestion(reading.Trees, call.End) || IsAskedFirst(reading, call, access.Name)))
        {
            demand = Demand.Optional;
        }

        fallback = demand == Demand.Required || fallback is CodeValue.Unknown { Why: "null" } ? null : fallback;
        return new EnvironmentRead(access.Name, fallback, demand, call.Span);
    }

    /// <summary>A missing variable without a fallback raises: where the file loads, that ends the program.</summary>
    private static EnvironmentRead OfFetch(
        CodeReading reading,
        RubyValueRules values,
        ReadContext context,
        CodeCall call,
        EnvironmentAccess access
    )
    {
        var block = values.BlockOf(call);
        var demand =
            !values.HasFallback(call) || (!block.IsEmpty && context.Refuses(block))
                ? IsCertain(reading, call)
                    ? Demand.Required
                    : Demand.Expected
                : Demand.Optional;
        return new EnvironmentRead(access.Name, demand == Demand.Optional ? access.Default : null, demand, call.Span);
    }

    private static bool IsCertain(CodeReading reading, CodeCall call) =>
        CodeSyntax.RunsAtLoad(call.Scope)
        && !reading.Syntax.Conditions.Any(condition => condition.Body.Contains(call.First))
        && !IsOneOfSeveral(reading.Trees, call.First);

    // "production? ? ENV.fetch('A') : 'b'", "ENV['A'] || ENV.fetch('B')", and what a rescue or a case holds.
    private static bool IsOneOfSeveral(TokenTrees trees, int first)
    {
        for (var at = first - 1; at >= 0 && !trees[at].StartsLine && !trees.IsKind(at, TokenKind.Open); at = trees.Before(at))
        {
            if (trees.Is(at, "?") || trees.Is(at, ":") || trees.Is(at, "&&") || trees.Is(at, "||") || trees.Is(at, "||="))
            {
                return !(trees.Is(at, ":") && trees.IsName(at - 1) && trees[at].Start == trees[at - 1].End);
            }
        }

        for (var open = trees.Parent(first); open >= 0; open = trees.Parent(open))
        {
            if (trees.IsOpen(open, Brackets.Block) && trees.Chars(open) is "case" or "begin" or "while" or "until" or "unless" or "if")
            {
                return true;
            }
        }

        return false;
    }

    // "pidfile ENV['X'] if ENV['X']"
    private static bool IsAskedFirst(CodeReading reading, CodeCall call, string name) =>
        InOrder
            .Within(reading.Syntax.Conditions, condition => condition.Token, new TokenRange(call.First - Near, call.First + Near))
            .Any(condition =>
                condition.Body.Contains(call.First) && reading.Syntax.Span(condition.Test).Text.Contains(name, StringComparison.Ordinal)
            );

    // "ENV['X'].present?", "ENV.key?"
    private static bool IsQuestion(TokenTrees trees, int end) => trees.IsMemberSign(end) && trees.Text(end + 1).EndsWith('?');
}
