using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>Puts variables of the functions around a place in the place of references to them: nobody but the file itself can follow those.</summary>
internal static class LocalValues
{
    private const int MaximumDepth = 8;

    public static CodeValue Resolve(CodeReading reading, CodeValue value, CodeScope? scope, int depth = 0)
    {
        if (scope is null || depth > MaximumDepth)
        {
            return value;
        }

        return value switch
        {
            CodeValue.Reference reference => Follow(reading, reference, scope, depth),
            CodeValue.Concatenation all => all with { Parts = [.. all.Parts.Select(part => Resolve(reading, part, scope, depth + 1))] },
            CodeValue.Choice choice => choice with
            {
                Options = [.. choice.Options.Select(option => Resolve(reading, option, scope, depth + 1))],
            },
            CodeValue.Environment { Default: { } fallback } read => read with { Default = Resolve(reading, fallback, scope, depth + 1) },
            _ => value,
        };
    }

    private static CodeValue Follow(CodeReading reading, CodeValue.Reference reference, CodeScope scope, int depth)
    {
        for (CodeScope? at = scope; at is not null; at = at.Parent)
        {
            if (at is CodeFunction function && function.Parameters.Any(parameter => parameter.Name == reference.Name))
            {
                return new CodeValue.Unknown($"{reference.Name} is a parameter", reference.Span);
            }

            if (reading.AssignmentOf(reference.Name, at) is { } assignment && assignment.Scope == at)
            {
                // "cfg.Port = getEnv("PORT", cfg.Port)": what it was before is not known here.
                if (assignment.Span.Start <= reference.Span.Start && reference.Span.End <= assignment.Span.End)
                {
                    return reference;
                }

                var value = Assigned(reading, assignment, reference.Name, at, depth + 1);
                return Reassignments.Merge(
                    reading,
                    assignment,
                    value,
                    reference.Span.Start,
                    other => Assigned(reading, other, reference.Name, at, depth + 3)
                );
            }
        }

        return reference;
    }

    private static CodeValue Assigned(CodeReading reading, CodeAssignment assignment, string name, CodeScope scope, int depth)
    {
        var value = assignment.Member is null ? reading.Evaluator.Value(assignment.Value) : reading.Evaluator.Member(assignment);
        return value is CodeValue.Reference same && same.Name == name ? value : Resolve(reading, value, scope, depth);
    }
}
