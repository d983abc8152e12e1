using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>How Python writes values: <c>os.environ["X"]</c>, <c>os.getenv("X", d)</c>, <c>int(x)</c>, <c>x.strip()</c>, <c>os.path.join(a, b)</c>.</summary>
internal sealed class PythonValues(CodeSyntax syntax) : ValueRules(syntax)
{
    private static readonly FrozenSet<string> Calls = Set(
        "int",
        "str",
        "float",
        "bool",
        "Path",
        "pathlib.Path",
        "SecretStr",
        "AnyHttpUrl",
        "urllib.parse.quote_plus",
        "quote_plus",
        "cast"
    );

    // A list stays the text that it is made of.
    private static readonly FrozenSet<string> Methods = Set(
        "split",
        "strip",
        "rstrip",
        "lstrip",
        "lower",
        "as_posix",
        "resolve",
        "get_secret_value"
    );
    private static readonly FrozenSet<string> None = Set();
    private static readonly FrozenSet<string> Gets = Set(
        "os.environ.get",
        "os.getenv",
        "environ.get",
        "getenv",
        "os.environ.setdefault",
        "environ.setdefault",
        "os.environ.pop"
    );

    private HashSet<string>? names;

    public override IReadOnlySet<string> TransparentCalls => Calls;

    public override IReadOnlySet<string> TransparentMethods => Methods;

    public override IReadOnlySet<string> FallbackMethods => None;

    public override bool IsEnvironment(TokenRange expression) =>
        expression.Count is 1 or 3 && IsEnvironmentPath(Syntax.Span(expression).Text);

    public bool IsEnvironmentPath(string path) => path == "os.environ" || (path == "environ" && IsImported("environ"));

    public override EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator)
    {
        var last = expression.End - 1;
        var isShort = Syntax.Trees.IsKind(last, TokenKind.Close) && expression.Count >= 4;
        return isShort && Syntax.CallAt(Syntax.Trees.Partner(last)) is { Receiver: null } call && call.First == expression.First
            ? AccessOf(call, evaluator)
            : null;
    }

    /// <summary>The environment read that a call or element access is.</summary>
    public EnvironmentAccess? AccessOf(CodeCall call, Evaluator evaluator)
    {
        if (!IsRead(call))
        {
            return null;
        }

        var name = call.Positional(0) ?? call.Named("key");
        return evaluator.Literal(name) is { Length: > 0 } literal ? new EnvironmentAccess(literal, DefaultOf(call, evaluator)) : null;
    }

    /// <summary>Whether a call or element access reads the environment, whatever the name.</summary>
    public bool IsRead(CodeCall call) =>
        call.Receiver is null && (call.Kind == CallKind.Index ? IsEnvironmentPath(call.Path) : IsGet(call));

    public override CodeValue? Special(CodeCall call, Evaluator evaluator) =>
        call.Path is "os.path.join" or "path.join" or "join" && call.Arguments.Count > 0 ? PythonPaths.Join(call, evaluator) : null;

    private bool IsGet(CodeCall call) =>
        Gets.Contains(call.Path) && (call.Path.StartsWith("os.", StringComparison.Ordinal) || IsImported(call.Path.Split('.')[0]));

    private static CodeValue? DefaultOf(CodeCall call, Evaluator evaluator) =>
        evaluator.Value(call.Positional(1) ?? call.Named("default")) is { } value and not CodeValue.Unknown { Why: "null" } ? value : null;

    private bool IsImported(string name)
    {
        names ??= [.. Syntax.Imports.Where(import => import.Module == "os").Select(import => import.Local)];
        return names.Contains(name);
    }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
