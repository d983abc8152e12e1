using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>How C# expressions get their values.</summary>
internal sealed class CSharpValueRules(CodeSyntax syntax) : ValueRules(syntax)
{
    private static readonly FrozenSet<string> SameAsArgument = new[]
    {
        "int.Parse",
        "bool.Parse",
        "long.Parse",
        "Convert.ToInt32",
        "Convert.ToBoolean",
        "Convert.ToString",
        "Uri",
        "System.Uri",
        "PathString",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> SameAsReceiver = new[]
    {
        "ToString",
        "Trim",
        "TrimEnd",
        "ToLower",
        "ToLowerInvariant",
        "ToUpperInvariant",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override IReadOnlySet<string> TransparentCalls => SameAsArgument;

    public override IReadOnlySet<string> TransparentMethods => SameAsReceiver;

    public override IReadOnlySet<string> FallbackMethods => FrozenSet<string>.Empty;

    /// <summary>Every read of the environment or the configuration in the file.</summary>
    public CSharpReads Reads => field ??= new CSharpReads(Syntax);

    private Dictionary<string, CodeClass> Classes =>
        field ??= Syntax.Classes.DistinctBy(found => found.Name).ToDictionary(found => found.Name, StringComparer.Ordinal);

    public CodeClass? Class(string name) => Classes.GetValueOrDefault(name);

    public override EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator)
    {
        // "GetSection("A").Value" ends with a name behind the call.
        var end =
            Syntax.Trees.Is(expression.End - 1, "Value") && Syntax.Trees.Is(expression.End - 2, ".") ? expression.End - 2 : expression.End;
        return
            Syntax.Trees.IsKind(end - 1, TokenKind.Close)
            && Reads.At(Syntax.Trees.Partner(end - 1)) is { } read
            && read.Call.Whole.First == expression.First
            ? new EnvironmentAccess(read.Name, read.Default.IsEmpty ? null : evaluator.Value(read.Default, 1))
            : null;
    }

    public override CodeValue? Special(CodeCall call, Evaluator evaluator)
    {
        switch (call.Path)
        {
            case "nameof" when call.Positional(0) is { } name:
                return new CodeValue.Literal(Syntax.Trees.Text(name.Value.End - 1), call.Span);
            case "Path.Combine":
                return new CodeValue.Concatenation(Joined(call, evaluator), call.Span);
            case "string.Format" or "String.Format" when evaluator.Literal(call.Positional(0)) is { } format:
                List<CodeValue> values = [.. call.Arguments.Skip(1).Select(argument => evaluator.Value(argument.Value, 1))];
                return FormatText.Braces(
                    format,
                    values,
                    name => new CodeValue.Unknown($"{name} is not a placeholder of the format", call.Span),
                    call.Span
                );
            default:
                return null;
        }
    }
}
