using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>Socket addresses in parts: <c>("0.0.0.0", 8080)</c>, <c>([0, 0, 0, 0], port)</c>, <c>SocketAddr::new(ip, port)</c>.</summary>
internal static class RustAddress
{
    /// <summary>The host and port of a tuple; null when the range is none.</summary>
    public static (CodeValue Host, CodeValue Port)? Tuple(TokenRange range, Evaluator evaluator, TokenTrees trees)
    {
        while (!range.IsEmpty && trees.Is(range.First, "&"))
        {
            range = range with { First = range.First + 1 };
        }

        if (range.IsEmpty || !trees.IsOpen(range.First, Brackets.Paren) || trees.After(range.First) != range.End)
        {
            return null;
        }

        return trees.Split(trees.Inside(range.First), ",") is [var host, var port]
            ? (Host(host, evaluator, trees), evaluator.Value(port, 1))
            : null;
    }

    /// <summary>The arguments of <c>SocketAddr::from(tuple)</c> or <c>SocketAddr::new(ip, port)</c>.</summary>
    public static (CodeValue Host, CodeValue Port)? Read(CodeCall call, Evaluator evaluator, TokenTrees trees) =>
        call.Arguments switch
        {
            [var tuple] => Tuple(tuple.Value, evaluator, trees),
            [var ip, var port] => (Host(ip.Value, evaluator, trees), evaluator.Value(port.Value, 1)),
            _ => null,
        };

    /// <summary>Four numbers to dotted text.</summary>
    public static CodeValue Octets(IReadOnlyList<TokenRange> numbers, Evaluator evaluator, SourceSpan span)
    {
        List<string> octets = [.. numbers.Select(evaluator.Literal).OfType<string>()];
        return octets.Count == numbers.Count
            ? new CodeValue.Literal(string.Join('.', octets), span)
            : new CodeValue.Unknown("it is computed", span);
    }

    private static CodeValue Host(TokenRange range, Evaluator evaluator, TokenTrees trees)
    {
        if (trees.IsOpen(range.First, Brackets.Square) && trees.After(range.First) == range.End)
        {
            return Octets(trees.Split(trees.Inside(range.First), ","), evaluator, trees.Span(range));
        }

        var name = evaluator.DottedName(range) ?? "";
        return name.EndsWith("UNSPECIFIED", StringComparison.Ordinal) ? new CodeValue.Literal("0.0.0.0", trees.Span(range))
            : name.EndsWith("LOCALHOST", StringComparison.Ordinal) ? new CodeValue.Literal("127.0.0.1", trees.Span(range))
            : evaluator.Value(range, 1);
    }
}
