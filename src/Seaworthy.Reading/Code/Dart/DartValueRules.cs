using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Dart;

/// <summary>How Dart writes values: <c>String.fromEnvironment('X')</c>, <c>dotenv.env['X']</c>, <c>Platform.environment['X']</c>, <c>Uri.parse(x)</c>, <c>Uri.http(host, path)</c>.</summary>
/// <remarks>Source: Dart API, String.fromEnvironment, Platform.environment, Uri; flutter_dotenv, README.</remarks>
internal sealed class DartValueRules(CodeSyntax syntax) : ValueRules(syntax)
{
    private static readonly FrozenSet<string> SameAsArgument = FrozenSet.Create(
        StringComparer.Ordinal,
        ["Uri.parse", "Uri.tryParse", "int.parse", "int.tryParse", "Uri"]
    );

    private static readonly FrozenSet<string> SameAsReceiver = FrozenSet.Create(
        StringComparer.Ordinal,
        ["trim", "toString", "toLowerCase"]
    );

    private static readonly FrozenSet<string> None = FrozenSet.Create<string>(StringComparer.Ordinal, []);

    public override IReadOnlySet<string> TransparentCalls => SameAsArgument;

    public override IReadOnlySet<string> TransparentMethods => SameAsReceiver;

    public override IReadOnlySet<string> FallbackMethods => None;

    public override EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator)
    {
        var close = expression.End - 1;
        return
            Syntax.Trees.IsKind(close, TokenKind.Close)
            && Syntax.CallAt(Syntax.Trees.Partner(close)) is { } call
            && call.Whole.First == expression.First
            && NameOf(call, evaluator) is { } name
            ? new EnvironmentAccess(name, evaluator.Value(call.Named("defaultValue") ?? call.Named("fallback")))
            : null;
    }

    /// <summary>The variable that a call or an element access reads; null when it reads none.</summary>
    public static string? NameOf(CodeCall call, Evaluator evaluator) =>
        (IsDefined(call) || IsOfProcess(call) || IsOfFile(call)) && evaluator.Literal(call.Positional(0)) is { Length: > 0 } name
            ? name
            : null;

    /// <summary>Given to the compiler by <c>--dart-define</c>.</summary>
    public static bool IsDefined(CodeCall call) =>
        call.Path is "String.fromEnvironment" or "int.fromEnvironment" or "bool.fromEnvironment" or "bool.hasEnvironment";

    public static bool IsOfProcess(CodeCall call) => call.Kind == CallKind.Index && call.Path == "Platform.environment";

    /// <summary>Of the file that flutter_dotenv loads.</summary>
    private static bool IsOfFile(CodeCall call) =>
        (call.Kind == CallKind.Index && call.Path is "dotenv.env" or "DotEnv.env" or "dotEnv.env")
        || call.Path is "dotenv.get" or "dotenv.maybeGet" or "dotenv.getInt" or "dotenv.getBool"
        || call is { Kind: CallKind.Index, Path: "env", Receiver.Path: "DotEnv" };

    public override CodeValue? Special(CodeCall call, Evaluator evaluator) =>
        call is { Path: "Uri.http" or "Uri.https", Arguments.Count: > 0 } ? Authority(call, evaluator) : null;

    /// <summary><c>Uri.http('localhost:8080', '/cart')</c>.</summary>
    private static CodeValue.Concatenation Authority(CodeCall call, Evaluator evaluator)
    {
        List<CodeValue> parts = [new CodeValue.Literal(call.Name + "://", call.Span), evaluator.Value(call.Arguments[0].Value, 1)];
        if (call.Positional(1) is { } path)
        {
            var written = evaluator.Value(path.Value, 1);
            if (
                written
                is not (
                    CodeValue.Literal { Text: ['/', ..] }
                    or CodeValue.Concatenation { Parts: [CodeValue.Literal { Text: ['/', ..] }, ..] }
                )
            )
            {
                parts.Add(new CodeValue.Literal("/", call.Span));
            }

            parts.Add(written);
        }

        return new CodeValue.Concatenation(parts, call.Span);
    }
}
