using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Truths;

/// <summary><c>if (getenv('X'))</c>, <c>(bool) getenv('X')</c>, <c>!getenv('X')</c>, <c>getenv('X') ? a : b</c>. Laravel's <c>env()</c> gives booleans, and is no such read.</summary>
internal sealed class PhpTruth(CodeReading reading) : TruthForms(reading)
{
    public override bool IsZeroFalse => true;

    public override bool IsRead(string text) =>
        text.StartsWith("getenv(", StringComparison.Ordinal)
        || text.StartsWith("\\getenv(", StringComparison.Ordinal)
        || text.StartsWith("$_ENV[", StringComparison.Ordinal)
        || text.StartsWith("$_SERVER[", StringComparison.Ordinal);

    public override bool IsTested(TokenRange range)
    {
        range = Bare(range);
        var (before, after) = (range.First - 1, range.End);
        if (
            Trees.IsOpen(before, Brackets.Paren)
            && Trees.Partner(before) == after
            && Trees.Text(before - 1) is "if" or "elseif" or "boolval"
        )
        {
            return true;
        }

        if (Trees.IsClose(before, Brackets.Paren) && Trees.Text(before - 1) is "bool" or "boolean")
        {
            return !IsComparison(after);
        }

        var isDenied = Trees.Is(before, "!");
        var begins = isDenied || Trees.Is(before, "=") || Trees.Is(before, "=>") || Trees.Is(before, "return") || Trees.Is(before, "&&");
        return begins
            && (
                Trees.Is(after, "?")
                || (isDenied && !IsComparison(after))
                || (Trees.Is(before, "&&") && Trees.IsClose(after, Brackets.Paren))
            );
    }

    public override HeldText? Held(TokenRange site) => null;
}
