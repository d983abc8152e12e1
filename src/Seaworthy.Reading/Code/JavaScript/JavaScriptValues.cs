using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>How JavaScript and TypeScript write values: <c>process.env.X</c>, <c>import.meta.env.X</c>, <c>Deno.env.get('X')</c>, <c>Number(x)</c>, <c>path.join(a, b)</c>.</summary>
internal sealed class JavaScriptValues(CodeSyntax syntax) : ValueRules(syntax)
{
    private static readonly FrozenSet<string> Calls = Set(
        "Number",
        "parseInt",
        "parseFloat",
        "String",
        "Boolean",
        "BigInt",
        "Number.parseInt",
        "Number.parseFloat",
        "decodeURIComponent"
    );

    // A list stays the text that it is made of.
    private static readonly FrozenSet<string> Methods = Set("split", "trim", "toString", "valueOf", "toLowerCase");
    private static readonly FrozenSet<string> None = Set();
    private static readonly FrozenSet<string> Environments = Set(
        "process.env",
        "import.meta.env",
        "Bun.env",
        "globalThis.process.env",
        "global.process.env",
        "meta.env"
    );
    private static readonly FrozenSet<string> Getters = Set("Deno.env.get", "env.get");

    private HashSet<string>? aliases;

    public override IReadOnlySet<string> TransparentCalls => Calls;

    public override IReadOnlySet<string> TransparentMethods => Methods;

    public override IReadOnlySet<string> FallbackMethods => None;

    private TokenTrees Trees => Syntax.Trees;

    public override bool IsEnvironment(TokenRange expression) =>
        expression.Count is 1 or 3 or 5
        && Trees.IsName(expression.First)
        && IsEnvironmentPath(string.Concat(Syntax.Span(expression).Text.Where(letter => !char.IsWhiteSpace(letter))));

    public override EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator)
    {
        var last = expression.End - 1;
        if (expression.Count is 3 or 5 or 7 && Trees.IsName(last) && Trees.Is(last - 1, ".") | Trees.Is(last - 1, "?."))
        {
            return IsEnvironment(expression with { End = last - 1 }) ? new EnvironmentAccess(Trees.Text(last), null) : null;
        }

        if (
            !Trees.IsKind(last, TokenKind.Close)
            || expression.Count > 12
            || Syntax.CallAt(Trees.Partner(last)) is not { Receiver: null } call
            || call.First != expression.First
        )
        {
            return null;
        }

        var isAccess =
            call.Kind == CallKind.Index
                ? IsEnvironmentPath(call.Path)
                : Getters.Contains(call.Path) && call.Path != "env.get"
                    || (call.Path == "env.get" && IsAdonis())
                    || IsOfConfigService(call, evaluator);
        return isAccess && evaluator.Literal(call.Positional(0)) is { Length: > 0 } name
            ? new EnvironmentAccess(name, evaluator.Value(call.Positional(1)))
            : null;
    }

    /// <summary>Nest's service for the environment: <c>configService.get('API_PREFIX', 'api')</c>. Names with dots are namespaces of its own.</summary>
    /// <remarks>Source: NestJS documentation, "Configuration", "Using the ConfigService".</remarks>
    private bool IsOfConfigService(CodeCall call, Evaluator evaluator) =>
        call.Name is "get" or "getOrThrow"
        && call.Owner[(call.Owner.LastIndexOf('.') + 1)..].Contains("config", StringComparison.OrdinalIgnoreCase)
        && Syntax.Imports.Any(import => import.Module == "@nestjs/config")
        && evaluator.Literal(call.Positional(0)) is { } name
        && EnvironmentNames.IsName(name);

    public override CodeValue? Special(CodeCall call, Evaluator evaluator) =>
        call.Path is "path.join" or "path.resolve" or "join" or "resolve" && call.Receiver is null && call.Arguments.Count > 0
            ? JavaScriptPaths.Join(call, evaluator)
            : null;

    public bool IsEnvironmentPath(string path)
    {
        if (Environments.Contains(path))
        {
            return true;
        }

        // "const env = process.env": nothing else of that name may be meant in the file.
        aliases ??=
        [
            .. Syntax.Assignments.Where(IsAlias).Select(assignment => assignment.Name),
            .. Syntax.Imports.Where(SvelteVariables.IsEnvironment).Select(import => import.Local),
        ];
        return aliases.Contains(path);
    }

    private bool IsAlias(CodeAssignment assignment) =>
        assignment.Keyword is "const" or "let" or "var"
        && (
            assignment.Member is null && assignment.Value.Count is 3 or 5 && Environments.Contains(Syntax.Span(assignment.Value).Text)
            || (assignment.Member == "env" && assignment.Value.Count == 1 && Trees.Is(assignment.Value.First, "process"))
        );

    private bool IsAdonis() => Syntax.Imports.Any(import => import.Module.Contains("start/env", StringComparison.Ordinal));

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
