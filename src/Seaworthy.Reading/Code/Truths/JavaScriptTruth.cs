using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Truths;

/// <summary><c>!!X</c>, <c>Boolean(X)</c>, <c>if (X)</c>, <c>X ? a : b</c>, <c>X &amp;&amp; a</c>.</summary>
internal sealed class JavaScriptTruth(CodeReading reading) : TruthForms(reading)
{
    private static readonly string[] Own = ["process.env", "import.meta.env", "Bun.env", "Deno.env.get("];

    public override bool IsRead(string text) => Array.Exists(Own, own => text.StartsWith(own, StringComparison.Ordinal));

    public override bool IsTested(TokenRange range)
    {
        range = Bare(WithFallback(range));
        var (before, after) = (range.First - 1, range.End);
        var isInParen = Trees.IsOpen(before, Brackets.Paren) && Trees.Partner(before) == after;
        if (isInParen && Trees.Text(before - 1) is "Boolean" or "if" or "while")
        {
            return true;
        }

        var isDenied = Trees.Is(before, "!");
        if (isDenied && !IsComparison(after) && !Trees.IsMemberSign(after) && !Trees.IsKind(after, TokenKind.Open))
        {
            return true;
        }

        var begins =
            isDenied
            || before < 0
            || Trees.IsKind(before, TokenKind.Open)
            || (Trees.IsKind(before, TokenKind.Operator) && Trees.Chars(before) is "=" or ":" or "," or "=>" or "..." or "&&" or "||")
            || Trees.Is(before, "return");
        return begins
            && (
                Trees.Is(after, "?")
                || Trees.Is(after, "&&")
                || (IsOfTest(range) && (Trees.Is(after, "||") || Trees.IsClose(after, Brackets.Paren)))
            );
    }

    public override HeldText? Held(TokenRange site)
    {
        var whole = WithFallback(site);
        var hasBoolean = whole.End > site.End && Trees.Text(whole.End - 1) is "true" or "false";
        var ends =
            Trees.Is(whole.End, ";")
            || Trees.Is(whole.End, ",")
            || Trees.IsKind(whole.End, TokenKind.Close)
            || whole.End >= Trees.Count
            || Trees[whole.End].StartsLine;
        var token = whole.First - 2;
        return ends && Trees.Is(whole.First - 1, "=") && Trees.IsName(token) ? new HeldText(Trees.Text(token), token, hasBoolean, false)
            : ends && hasBoolean && IsMember(whole.First - 1) ? new HeldText(Trees.Text(token), token, true, false)
            : null;
    }

    // A member of an object: "{ debug: …", ", debug: …"
    private bool IsMember(int colon) =>
        Trees.Is(colon, ":")
        && Trees.ParentBracket(colon) == Brackets.Brace
        && Trees.IsName(colon - 1)
        && (Trees.Is(colon - 2, ",") || Trees.IsOpen(colon - 2, Brackets.Brace));

    /// <summary>An operand of <c>if (A &amp;&amp; X)</c>.</summary>
    private bool IsOfTest(TokenRange range) =>
        Trees.Parent(range.First) is var open and > 0 && Trees.IsOpen(open, Brackets.Paren) && Trees.Text(open - 1) is "if" or "while";

    // X! || false, (X as string) ?? true
    private TokenRange WithFallback(TokenRange range)
    {
        if (Trees.Is(range.End, "as") && Trees.Is(range.End + 1, "string"))
        {
            range = range with { End = range.End + 2 };
        }

        range = Bare(range);
        return (Trees.Is(range.End, "||") || Trees.Is(range.End, "??")) && Trees.Text(range.End + 1) is "true" or "false"
            ? range with
            {
                End = range.End + 2,
            }
            : range;
    }
}
