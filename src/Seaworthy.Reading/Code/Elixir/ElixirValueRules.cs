using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Elixir;

/// <summary>How Elixir expressions get their values.</summary>
/// <remarks>Sources: Elixir documentation, "System", get_env/2 and fetch_env!/1; Dotenvy, env!/3.</remarks>
internal sealed class ElixirValueRules(CodeSyntax syntax) : ValueRules(syntax)
{
    private static readonly FrozenSet<string> SameAsArgument = FrozenSet.Create(
        StringComparer.Ordinal,
        "String.to_integer",
        "String.to_atom",
        "String.trim",
        "String.downcase",
        "URI.parse",
        "to_string",
        "to_charlist",
        "String.to_charlist"
    );

    public override IReadOnlySet<string> TransparentCalls => SameAsArgument;

    public override IReadOnlySet<string> TransparentMethods => FrozenSet<string>.Empty;

    public override IReadOnlySet<string> FallbackMethods => FrozenSet<string>.Empty;

    public override EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator)
    {
        var trees = Syntax.Trees;
        return
            trees.IsKind(expression.End - 1, TokenKind.Close)
            && Syntax.CallAt(trees.Partner(expression.End - 1)) is { } call
            && call.Whole.First == expression.First
            ? AccessOf(call, evaluator)
            : null;
    }

    /// <summary>The read of a variable that a call is.</summary>
    public EnvironmentAccess? AccessOf(CodeCall call, Evaluator evaluator)
    {
        if (!IsRead(call) || evaluator.Literal(call.Positional(0)) is not { } name || !EnvironmentNames.IsName(name))
        {
            return null;
        }

        var given = call.Path == "env!" ? call.Positional(2) : call.Positional(1);
        var fallback = given is null || call.Path is "System.fetch_env!" or "System.fetch_env" ? null : evaluator.Value(given.Value, 1);
        return new EnvironmentAccess(name, fallback is CodeValue.Unknown { Why: "null" } ? null : fallback);
    }

    public static bool IsRead(CodeCall call) => call.Path is "System.get_env" or "System.fetch_env!" or "System.fetch_env" or "env!";

    /// <summary>A missing variable raises.</summary>
    public static bool Raises(CodeCall call) => call.Path == "System.fetch_env!" || (call.Path == "env!" && call.Positional(2) is null);
}
