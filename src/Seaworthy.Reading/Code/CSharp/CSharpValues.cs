using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>Values with members of bound options put in place: with <c>var grpc = services.GetOptions&lt;Grpc&gt;("Grpc")</c>, <c>grpc.Address</c> is the variable <c>Grpc__Address</c>.</summary>
internal static class CSharpValues
{
    public static CodeValue Value(CodeReading reading, TokenRange range, CodeScope? scope) =>
        Bound(reading, reading.Value(range, scope), scope, 0);

    public static CodeValue? Value(CodeReading reading, CodeArgument? argument, CodeScope? scope) =>
        argument is null ? null : Value(reading, argument.Value, scope);

    private static CodeValue Bound(CodeReading reading, CodeValue value, CodeScope? scope, int depth) =>
        value switch
        {
            _ when depth > 8 => value,
            CodeValue.Reference reference => Member(reading, reference, scope),
            CodeValue.Concatenation all => all with { Parts = [.. all.Parts.Select(part => Bound(reading, part, scope, depth + 1))] },
            CodeValue.Choice choice => choice with
            {
                Options = [.. choice.Options.Select(option => Bound(reading, option, scope, depth + 1))],
            },
            CodeValue.Environment { Default: { } fallback } read => read with { Default = Bound(reading, fallback, scope, depth + 1) },
            _ => value,
        };

    private static CodeValue Member(CodeReading reading, CodeValue.Reference reference, CodeScope? scope)
    {
        var dot = reference.Name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || reading.AssignmentOf(reference.Name[..dot], scope) is not { } assignment)
        {
            return reference;
        }

        foreach (var call in InOrder.Within(reading.Syntax.Calls, call => call.Open, assignment.Value))
        {
            if (CSharpOptions.SectionOf(reading, call) is { } section)
            {
                return new CodeValue.Environment(
                    CSharpReads.Variable($"{section}:{reference.Name[(dot + 1)..].Replace('.', ':')}"),
                    null,
                    reference.Span
                );
            }
        }

        return reference;
    }
}
