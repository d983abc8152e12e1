using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>How expressions of Java and Kotlin get their values.</summary>
internal sealed class JvmValueRules(CodeSyntax syntax) : ValueRules(syntax)
{
    private static readonly FrozenSet<string> SameAsArgument = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "Integer.parseInt",
            "Integer.valueOf",
            "Long.parseLong",
            "Boolean.parseBoolean",
            "Boolean.valueOf",
            "String.valueOf",
            "Optional.ofNullable",
            "Objects.requireNonNull",
            "URI.create",
            "URI",
            "URL",
            "HttpUrl.parse",
        ]
    );

    private static readonly FrozenSet<string> SameAsReceiver = FrozenSet.Create(
        StringComparer.Ordinal,
        ["trim", "strip", "toString", "toInt", "toLong", "toBoolean", "trimEnd", "toURI", "intern", "toURL", "toHttpUrl"]
    );

    private static readonly FrozenSet<string> Fallbacks = FrozenSet.Create(StringComparer.Ordinal, ["orElse"]);

    public override IReadOnlySet<string> TransparentCalls => SameAsArgument;

    public override IReadOnlySet<string> TransparentMethods => SameAsReceiver;

    public override IReadOnlySet<string> FallbackMethods => Fallbacks;

    public override EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator)
    {
        var close = expression.End - 1;
        if (
            !Syntax.Trees.IsKind(close, TokenKind.Close)
            || Syntax.CallAt(Syntax.Trees.Partner(close)) is not { } call
            || call.Whole.First != expression.First
            || NameOf(call, evaluator) is not { } name
        )
        {
            return null;
        }

        var fallback = call.Name == "getOrDefault" ? evaluator.Value(call.Positional(1)) : null;
        return new EnvironmentAccess(name, fallback);
    }

    /// <summary>The variable that a call reads: <c>System.getenv("X")</c>, <c>System.getenv().getOrDefault("X", "d")</c>, <c>System.getenv()["X"]</c>.</summary>
    public static string? NameOf(CodeCall call, Evaluator evaluator)
    {
        var isRead =
            call.Path is "System.getenv" or "java.lang.System.getenv"
            || (
                call.Receiver is { Path: "System.getenv", Arguments.Count: 0 }
                && (call.Name is "get" or "getOrDefault" or "getValue" || call.Kind == CallKind.Index)
            );
        return isRead && call.Positional(0) is { } argument ? evaluator.Literal(argument) : null;
    }

    public override CodeValue? Special(CodeCall call, Evaluator evaluator)
    {
        if (call.Path == "String.format" && evaluator.Literal(call.Positional(0)) is { } format)
        {
            return FormatText.Percent(
                format,
                [.. call.Arguments.Skip(1).Select(argument => evaluator.Value(argument.Value, 1))],
                call.Span
            );
        }

        return null;
    }
}
