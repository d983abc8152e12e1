using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>How PHP expressions get their values.</summary>
/// <remarks>Source: PHP Manual, "getenv", "$_ENV", "$_SERVER"; Laravel documentation, "Configuration".</remarks>
internal sealed class PhpValueRules(CodeSyntax syntax) : ValueRules(syntax)
{
    private static readonly FrozenSet<string> SameAsArgument = new[]
    {
        "intval",
        "strval",
        "boolval",
        "floatval",
        "trim",
        "rtrim",
        "ltrim",
        "strtolower",
        "filter_var",
        "str",
        "Str.of",
        "url",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What a web server tells of the request is among the variables of the environment.
    private static readonly string[] OfRequest =
    [
        "HTTP_",
        "REQUEST_",
        "REMOTE_",
        "SCRIPT_",
        "SERVER_",
        "PHP_",
        "DOCUMENT_",
        "QUERY_",
        "PATH_",
        "ORIG_",
        "AUTH_",
        "CONTENT_",
        "GATEWAY_",
        "FCGI_",
        "REDIRECT_",
        "SSL_",
        "UNIQUE_",
        "CONTEXT_",
        "HTTPS",
        "HTTP2",
        "USER",
        "HOME",
    ];

    public override IReadOnlySet<string> TransparentCalls => SameAsArgument;

    public override IReadOnlySet<string> TransparentMethods => FrozenSet<string>.Empty;

    public override IReadOnlySet<string> FallbackMethods => FrozenSet<string>.Empty;

    public override EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator)
    {
        var close = expression.End - 1;
        return
            Syntax.Trees.IsKind(close, TokenKind.Close)
            && Syntax.CallAt(Syntax.Trees.Partner(close)) is { } call
            && call.Whole.First == expression.First
            ? AccessOf(call, evaluator)
            : null;
    }

    /// <summary>The read of a variable that a call or element access is.</summary>
    public EnvironmentAccess? AccessOf(CodeCall call, Evaluator evaluator)
    {
        if (!IsRead(call) || NameOf(call) is not { } name || (call.Path == "$_SERVER" && IsOfRequest(name)))
        {
            return null;
        }

        var fallback =
            TakesDefault(call) && (call.Positional(1) ?? call.Named("default")) is { } given ? evaluator.Value(given.Value, 1) : null;
        return new EnvironmentAccess(name, fallback is CodeValue.Unknown { Why: "null" } ? null : fallback);
    }

    /// <summary>Whether a call or element access reads some variable, whatever gives its name.</summary>
    public static bool IsRead(CodeCall call) =>
        call.Receiver is null
        && (
            call.Kind == CallKind.Index
                ? call.Path is "$_ENV" or "$_SERVER"
                : call.Path.TrimStart('\\') is "env" or "getenv" || IsEnv(call) || IsNamedForIt(call)
        );

    /// <summary>Who writes the null has thought of the case.</summary>
    public bool IsGivenNull(CodeCall call) =>
        TakesDefault(call) && call.Positional(1) is { Value.Count: 1 } given && Syntax.Trees.Chars(given.Value.First) is "null" or "NULL";

    /// <summary>The element of a call's receiver in a configuration file: <c>config('services.pay.url')</c>.</summary>
    public override CodeValue? Special(CodeCall call, Evaluator evaluator)
    {
        switch (call.Path.TrimStart('\\'))
        {
            case "sprintf" when evaluator.Literal(call.Positional(0)) is { } format:
                return FormatText.Percent(
                    format,
                    [.. call.Arguments.Skip(1).Select(argument => evaluator.Value(argument.Value, 1))],
                    call.Span
                );
            case "config" or "Config.get" when evaluator.Literal(call.Positional(0)) is { } key:
                CodeValue read = new CodeValue.Reference(PhpConfiguration.ReferenceTo(key), call.Span);
                return call.Positional(1) is { } given
                    ? new CodeValue.Choice([read, evaluator.Value(given.Value, 1)], call.Span) { IsConditional = true }
                    : read;
            default:
                return null;
        }
    }

    private static bool IsEnv(CodeCall call) =>
        call.Name is "get" or "getOrFail" && call.Owner[(call.Owner.LastIndexOf('\\') + 1)..] == "Env";

    // Helpers of the application or of an image: getenv_docker('X', 'd'), env_or_default('X', 'd').
    private static bool IsNamedForIt(CodeCall call) =>
        call is { Kind: CallKind.Call, Owner: "" }
        && call.Name.Contains("env", StringComparison.OrdinalIgnoreCase)
        && !call.Name.Contains("put", StringComparison.OrdinalIgnoreCase)
        && !call.Name.Contains("set", StringComparison.OrdinalIgnoreCase)
        && !call.Name.Contains("load", StringComparison.OrdinalIgnoreCase);

    // The second argument of getenv() says where to look.
    private static bool TakesDefault(CodeCall call) => call.Kind != CallKind.Index && call.Name is not ("getenv" or "getOrFail");

    private string? NameOf(CodeCall call) =>
        call.Positional(0) is { Value.Count: 1 } key && Syntax.Trees.IsKind(key.Value.First, TokenKind.String)
            ? Literals.Value(Syntax.Trees, key.Value.First) is var name && EnvironmentNames.IsName(name)
                ? name
                : null
            : null;

    private static bool IsOfRequest(string name) => Array.Exists(OfRequest, start => name.StartsWith(start, StringComparison.Ordinal));
}
