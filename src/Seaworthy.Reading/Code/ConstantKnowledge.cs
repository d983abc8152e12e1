using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>File-level names, class fields and object members with known values; for every language.</summary>
internal sealed class ConstantKnowledge : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        var grown = reading
            .Syntax.Assignments.Where(assignment => assignment.Keyword == "+=")
            .Select(assignment => assignment.Name)
            .ToHashSet();
        foreach (var assignment in reading.Syntax.Assignments)
        {
            if (
                IsKept(assignment)
                && ValueOf(reading, assignment) is not (null or CodeValue.Unknown) and var value
                // base += "/api": its beginning is not its value.
                && !(grown.Contains(assignment.Name) && value is CodeValue.Literal or CodeValue.Concatenation or CodeValue.Environment)
            )
            {
                reading.Constants.Add(
                    new CodeConstant(
                        NameOf(assignment),
                        value,
                        assignment.IsExported || reading.IsExported(assignment.Name),
                        assignment.Span
                    )
                );
            }
        }

        foreach (var export in reading.Syntax.Exports)
        {
            var value = reading.Evaluator.Value(export.Value);
            var isItself = value is CodeValue.Reference reference && reference.Name == export.Name;
            if (!isItself && value is not CodeValue.Unknown)
            {
                reading.Constants.Add(new CodeConstant(export.Name, value, true, export.Span));
            }
        }
    }

    private static bool IsKept(CodeAssignment assignment) =>
        CodeSyntax.RunsAtLoad(assignment.Scope)
        || assignment.Name.StartsWith("this.", StringComparison.Ordinal)
        || assignment.Name.StartsWith("self.", StringComparison.Ordinal);

    private static string NameOf(CodeAssignment assignment)
    {
        var name = assignment.Name;
        for (var scope = assignment.Scope; scope is not null; scope = scope.Parent)
        {
            if (
                scope is CodeClass
                && !name.StartsWith("this.", StringComparison.Ordinal)
                && !name.StartsWith("self.", StringComparison.Ordinal)
            )
            {
                name = scope.Name + "." + name;
            }
        }

        return name;
    }

    private static CodeValue? ValueOf(CodeReading reading, CodeAssignment assignment)
    {
        if (assignment.Keyword is "+=" || assignment.Value.Count > 400)
        {
            return null;
        }

        var value = assignment.Member is null ? reading.Value(assignment.Value, assignment.Scope) : reading.Evaluator.Member(assignment);
        return value is CodeValue.Unknown ? reading.Instances.Of(assignment.Value) : value;
    }
}
