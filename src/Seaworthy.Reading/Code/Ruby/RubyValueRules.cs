using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Ruby;

/// <summary>How Ruby expressions get their values.</summary>
/// <remarks>Source: Ruby documentation, "ENV".</remarks>
internal sealed class RubyValueRules(CodeSyntax syntax) : ValueRules(syntax)
{
    private static readonly FrozenSet<string> SameAsArgument = new[]
    {
        "Integer",
        "String",
        "Float",
        "URI",
        "URI.parse",
        "Array",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> SameAsReceiver = new[]
    {
        "to_s",
        "to_i",
        "to_f",
        "to_sym",
        "strip",
        "chomp",
        "downcase",
        "presence",
        "freeze",
        "dup",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override IReadOnlySet<string> TransparentCalls => SameAsArgument;

    public override IReadOnlySet<string> TransparentMethods => SameAsReceiver;

    public override IReadOnlySet<string> FallbackMethods => FrozenSet<string>.Empty;

    public override EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator)
    {
        var trees = Syntax.Trees;
        var block = expression.End - 1;
        var close = trees.IsClose(block, Brackets.Brace) || trees.IsClose(block, Brackets.Block) ? trees.Partner(block) - 1 : block;
        return
            trees.IsKind(close, TokenKind.Close)
            && Syntax.CallAt(trees.Partner(close)) is { } call
            && call.Whole.First == expression.First
            && (close == block || IsFetch(call))
            ? AccessOf(call, evaluator)
            : null;
    }

    /// <summary>The read of a variable that a call or element access is.</summary>
    public EnvironmentAccess? AccessOf(CodeCall call, Evaluator evaluator)
    {
        if (!IsRead(call) || NameOf(call) is not { } name)
        {
            return null;
        }

        var fallback =
            !IsFetch(call) ? null
            : call.Positional(1) is { } given ? evaluator.Value(given.Value, 1)
            : BlockOf(call) is { IsEmpty: false } block ? evaluator.Value(block, 1)
            : null;
        return new EnvironmentAccess(name, fallback is CodeValue.Unknown { Why: "null" } ? null : fallback);
    }

    public static bool IsRead(CodeCall call) =>
        call.Receiver is null && (call.Kind == CallKind.Index ? call.Path is "ENV" : call.Path is "ENV.fetch" or "ENV.dig");

    public static bool IsFetch(CodeCall call) => call.Path == "ENV.fetch";

    /// <summary>What the block gives that stands behind a call: <c>ENV.fetch("X") { "d" }</c>; empty when there is none.</summary>
    public TokenRange BlockOf(CodeCall call)
    {
        var open = call.End;
        if (!Syntax.Trees.IsOpen(open, Brackets.Brace) && !(Syntax.Trees.IsOpen(open, Brackets.Block) && Syntax.Trees.Chars(open) is "do"))
        {
            return default;
        }

        var inside = Syntax.Trees.Inside(open);
        return Syntax.Trees.Is(inside.First, "|") && Syntax.Trees.Find(inside with { First = inside.First + 1 }, "|") is var end and > 0
            ? inside with
            {
                First = end + 1,
            }
            : inside;
    }

    /// <summary>Whether a block or a second argument is in for a missing variable, whatever it gives.</summary>
    public bool HasFallback(CodeCall call) => IsFetch(call) && (call.Positional(1) is not null || !BlockOf(call).IsEmpty);

    public override CodeValue? Special(CodeCall call, Evaluator evaluator) =>
        call.Path == "format" && evaluator.Literal(call.Positional(0)) is { } format
            ? FormatText.Percent(format, [.. call.Arguments.Skip(1).Select(argument => evaluator.Value(argument.Value, 1))], call.Span)
            : null;

    private string? NameOf(CodeCall call) =>
        call.Positional(0) is { Value.Count: 1 } key
        && Syntax.Trees.IsKind(key.Value.First, TokenKind.String)
        && Literals.Value(Syntax.Trees, key.Value.First) is var name
        && EnvironmentNames.IsName(name)
            ? name
            : null;
}
