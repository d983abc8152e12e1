using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Logging;

/// <summary>Where a name got the value that it has at a place: the last assignment before, so that what was masked there, or made anew, is no secret of the environment.</summary>
internal sealed class AssignedValues(CodeReading reading)
{
    private readonly ILookup<string, CodeAssignment> assignments = reading.Syntax.Assignments.ToLookup(
        assignment => assignment.Name,
        StringComparer.Ordinal
    );

    /// <param name="IsKnown">Nothing hides the name: it is no parameter of a function around.</param>
    /// <param name="Assignment">Null when the file gives the name no value.</param>
    /// <param name="Maker">The function or class that gave what the name is a member of: <c>settings = get_settings()</c>.</param>
    public readonly record struct Found(bool IsKnown, CodeAssignment? Assignment, string? Maker = null);

    public Found Of(CodeValue.Reference reference, CodeScope? scope)
    {
        var first = reference.Name.Split('.')[0];
        if (first is "this" or "self")
        {
            return Member(reference);
        }

        for (var at = scope; ; at = at.Parent)
        {
            if (at is CodeFunction function && function.Parameters.Any(parameter => parameter.Name == first))
            {
                return default;
            }

            if (In(reference, reference.Name, at) is { Count: > 0 } own)
            {
                return Last(own);
            }

            // Its members are reported there or nowhere.
            if (first.Length < reference.Name.Length && In(reference, first, at) is { Count: > 0 } owners)
            {
                return MakerOf(owners[^1].Value) is { } maker ? new Found(true, null, maker) : default;
            }

            if (at is null)
            {
                return new Found(true, null);
            }
        }
    }

    private string? MakerOf(TokenRange value) =>
        reading.Trees.IsKind(value.End - 1, TokenKind.Close)
        && reading.Syntax.CallAt(reading.Trees.Partner(value.End - 1)) is { Receiver: null, Kind: CallKind.Call or CallKind.New } call
        && call.First >= value.First
        && !call.Path.Contains('.', StringComparison.Ordinal)
            ? call.Path
            : null;

    private List<CodeAssignment> In(CodeValue.Reference reference, string name, CodeScope? scope)
    {
        var all = assignments[name]
            .Where(assignment => assignment.Scope == scope && !Holds(assignment, reference) && assignment.Keyword is not "+=")
            .ToList();
        var before = all.Where(assignment => assignment.Span.Start < reference.Span.Start).ToList();
        return before.Count > 0 ? before : all;
    }

    // A property is set in one method and read in another.
    private Found Member(CodeValue.Reference reference)
    {
        var all = assignments[reference.Name].Where(assignment => !Holds(assignment, reference)).ToList();
        return all.Count > 0 ? Last(all) : default;
    }

    /// <summary>A literal that is in for a value that is missing does not hide the value.</summary>
    private Found Last(List<CodeAssignment> all) =>
        new(true, all.FindLast(assignment => reading.Evaluator.Literal(assignment.Value) is null) ?? all[^1]);

    private static bool Holds(CodeAssignment assignment, CodeValue.Reference reference) =>
        assignment.Span.Start <= reference.Span.Start && reference.Span.End <= assignment.Span.End;
}
