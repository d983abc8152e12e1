using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Ruby;

/// <summary>What a condition demands that refuses to go on: <c>raise "…" unless ENV["X"]</c>, <c>if ENV["X"].nil?</c> … <c>abort</c>.</summary>
internal static class RubyGuards
{
    private const int Reach = 60;

    public static Demand? Of(CodeReading reading, ReadContext context, CodeCall call)
    {
        foreach (
            var condition in InOrder
                .Within(reading.Syntax.Conditions, condition => condition.Token, new TokenRange(call.First - Reach, call.First))
                .Where(condition => condition.Test.Contains(call.First) && context.Refuses(condition.Body))
        )
        {
            var isAlone = reading.Trees.Find(condition.Test, "&&") < 0 && reading.Trees.Find(condition.Test, "||") < 0;
            if (isAlone && IsAbsence(reading.Trees, condition, call))
            {
                return CodeSyntax.RunsAtLoad(call.Scope) ? Demand.Required : Demand.Expected;
            }
        }

        return null;
    }

    private static bool IsAbsence(TokenTrees trees, CodeCondition condition, CodeCall call)
    {
        var isUnless = trees.Chars(condition.Token) is "unless";
        var question = trees.IsMemberSign(call.End) ? trees.Text(call.End + 1) : "";
        return isUnless ? question is "" or "present?" : question is "nil?" or "blank?" or "empty?" || trees.Is(call.First - 1, "!");
    }
}
