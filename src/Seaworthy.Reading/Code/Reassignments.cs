using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>
/// The value of a local that is assigned more than once: a default that replaces an empty variable (<c>if port == "" { port = "80" }</c>), a variable that replaces a default
/// (<c>if p := os.Getenv("PORT"); p != "" { port = p }</c>), or else one of several, nobody knows which.
/// </summary>
internal static class Reassignments
{
    private const int MostAssignments = 4;

    /// <param name="first">What the first assignment gives.</param>
    /// <param name="place">Where the local is used: what is assigned further down does not count.</param>
    /// <param name="valueOf">The value of an assignment.</param>
    public static CodeValue Merge(
        CodeReading reading,
        CodeAssignment first,
        CodeValue value,
        int place,
        Func<CodeAssignment, CodeValue> valueOf
    )
    {
        foreach (var other in reading.AssignmentsBeside(first).Where(other => other.Span.Start < place).Take(MostAssignments))
        {
            value = Merge(reading, first.Name, value, other, valueOf);
        }

        return value;
    }

    private static CodeValue Merge(
        CodeReading reading,
        string name,
        CodeValue value,
        CodeAssignment other,
        Func<CodeAssignment, CodeValue> valueOf
    )
    {
        // "let port = port.parse()?", "url += …": a change of the value, which is not followed here.
        if (Mentions(reading.Trees, other.Value, name))
        {
            return value;
        }

        var second = valueOf(other);
        var condition = ConditionOf(reading, other);
        return (value, second) switch
        {
            (CodeValue.Environment { Default: { } known }, _) when Same(known, second) => value,
            (CodeValue.Environment { Default: null or CodeValue.Literal { Text: "" } } read, _)
                when condition is not null && Mentions(reading.Trees, condition.Test, name) => read with
            {
                Default = second,
            },
            (_, CodeValue.Environment { Default: null or CodeValue.Literal { Text: "" } } read)
                when condition is not null && Asks(reading.Trees, condition.Test, read.Name) => read with
            {
                Default = value,
            },
            _ when Same(value, second) => value,
            (CodeValue.Choice { IsConditional: true } choice, _) => choice with { Options = [.. choice.Options, second] },
            _ => new CodeValue.Choice([value, second], value.Span) { IsConditional = true },
        };
    }

    private static CodeCondition? ConditionOf(CodeReading reading, CodeAssignment assignment) =>
        Conditions.Around(reading, assignment.Token).LastOrDefault();

    private static bool Same(CodeValue one, CodeValue other) =>
        (one, other) switch
        {
            (CodeValue.Literal left, CodeValue.Literal right) => left.Text == right.Text,
            (CodeValue.Environment left, CodeValue.Environment right) => left.Name == right.Name,
            (CodeValue.Reference left, CodeValue.Reference right) => left.Name == right.Name,
            _ => false,
        };

    private static bool Mentions(TokenTrees trees, TokenRange range, string name)
    {
        for (var at = range.First; at < range.End; at++)
        {
            if (trees.Is(at, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Asks(TokenTrees trees, TokenRange test, string variable)
    {
        for (var at = test.First; at < test.End; at++)
        {
            if ((trees.IsKind(at, TokenKind.String) && Literals.Value(trees, at) == variable) || trees.Is(at, variable))
            {
                return true;
            }
        }

        return false;
    }
}
