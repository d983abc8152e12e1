using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Truths;

/// <summary><c>if ENV["X"]</c>, <c>unless ENV["X"]</c>, <c>ENV["X"].present?</c>, <c>ENV["X"] ? a : b</c>, <c>ENV.fetch("X", false)</c> in a setting.</summary>
internal sealed class RubyTruth(CodeReading reading) : TruthForms(reading)
{
    public override bool IsRead(string text) =>
        text.StartsWith("ENV[", StringComparison.Ordinal) || text.StartsWith("ENV.fetch(", StringComparison.Ordinal);

    public override bool IsTested(TokenRange range)
    {
        if (Trees.IsMemberSign(range.End) && Trees.Text(range.End + 1) is "present" or "blank" or "present?" or "blank?")
        {
            range = range with { End = range.End + (Trees.Is(range.End + 2, "?") ? 3 : 2) };
            return EndsLine(range.End) || Trees.Is(range.End, "?") || Trees.Is(range.End, "&&") || Trees.Is(range.End, "||");
        }

        range = Bare(range);
        var (before, after) = (range.First - 1, range.End);
        var ends = EndsLine(after) || Trees.Is(after, "&&") || Trees.Is(after, "||") || Trees.Is(after, "then");
        return (
                ends
                && (
                    Trees.Is(before, "if")
                    || Trees.Is(before, "unless")
                    || Trees.Is(before, "elsif")
                    || Trees.Is(before, "!")
                    || IsKeyword(before)
                )
            ) || ((Trees.Is(before, "=") || Trees.Is(before, "&&")) && Trees.Is(after, "?"));
    }

    public override HeldText? Held(TokenRange site) =>
        Trees.Is(site.First - 1, "=") && Trees.IsName(site.First - 2) && Trees.Text(site.End - 2) is "true" or "false" && EndsLine(site.End)
            ? new HeldText(Trees.Text(site.First - 2), site.First - 2, true, false)
            : null;

    private bool EndsLine(int at) => at >= Trees.Count || Trees[at].StartsLine || Trees.IsKind(at, TokenKind.Close);

    // The shape makes a group of "if … end".
    private bool IsKeyword(int at) => Trees.IsOpen(at, Brackets.Block) && Trees.Chars(at) is "if" or "unless" or "elsif";
}
