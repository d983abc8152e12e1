using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary>Takes one logical line apart: keyword, flags, arguments. Also the instruction inside an ONBUILD.</summary>
internal static class InstructionSplitter
{
    public static InstructionSyntax Split(MappedText line, char escape)
    {
        var trimmed = line.Trim();
        var end = trimmed.Text.AsSpan().IndexOfAny(" \t\r\v\f");
        var keyword = end < 0 ? trimmed : trimmed.Slice(0, end);
        var rest = end < 0 ? trimmed.Slice(trimmed.Text.Length, 0) : trimmed.Slice(end, trimmed.Text.Length - end).Trim();
        List<FlagSyntax> flags = [];
        var at = 0;
        while (rest.Text.AsSpan(at).StartsWith("--"))
        {
            var word = rest.Slice(at, DockerfileWords.EndOfQuoted(rest.Text, at, escape) - at);
            at += word.Text.Length;
            at += rest.Text.Length - at - rest.Text.AsSpan(at).TrimStart().Length;
            if (word.Text == "--")
            {
                break;
            }

            flags.Add(Flag(word));
        }

        return new InstructionSyntax(
            new Fact<string>(keyword.Text.ToUpperInvariant(), keyword.Span(0, keyword.Text.Length)),
            flags,
            rest.Slice(at, rest.Text.Length - at),
            trimmed.Span(0, trimmed.Text.Length)
        );
    }

    private static FlagSyntax Flag(MappedText word)
    {
        var sign = word.Text.IndexOf('=', StringComparison.Ordinal);
        var span = word.Span(0, word.Text.Length);
        return sign < 0
            ? new FlagSyntax(word.Text[2..], null, span)
            : new FlagSyntax(word.Text[2..sign], word.Slice(sign + 1, word.Text.Length - sign - 1), span);
    }
}
