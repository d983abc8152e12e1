using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary><c>&lt;&lt;NAME</c>, <c>&lt;&lt;-NAME</c>, <c>&lt;&lt; NAME</c> or <c>3&lt;&lt;"NAME"</c> among the words of an instruction.</summary>
internal sealed record HeredocMarker(string Name, bool StripsTabs, bool Expands, SourceSpan Span)
{
    /// <summary>Only RUN, COPY and ADD take here-documents, also behind ONBUILD.</summary>
    public static bool MayFollow(InstructionSyntax instruction) =>
        instruction.Arguments.Text.Contains("<<", StringComparison.Ordinal)
        && (
            instruction.Keyword.Value is "RUN" or "COPY" or "ADD"
            || (
                instruction.Keyword.Value == "ONBUILD"
                && DockerfileWords.Blank(instruction.Arguments) is [var inner, ..]
                && inner.Text.ToUpperInvariant() is "RUN" or "COPY" or "ADD"
            )
        );

    public static IReadOnlyList<HeredocMarker> FindAll(MappedText arguments, char escape) =>
        [.. Sort(DockerfileWords.Quoted(arguments, escape)).Select(found => found.Marker).OfType<HeredocMarker>()];

    /// <summary>The words, each with the marker that it is; a marker in two words is given with its first.</summary>
    public static IEnumerable<HeredocWord> Sort(IReadOnlyList<MappedText> words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            var sign = SignLength(word.Text);
            if (sign == 0)
            {
                yield return new HeredocWord(word, null);
            }
            else if (sign < word.Text.Length)
            {
                yield return new HeredocWord(word, Read(word.Text[sign..], word, Place(word)));
            }
            else if (index + 1 < words.Count && IsPlainName(words[index + 1].Text))
            {
                index++;
                yield return new HeredocWord(word, Read(words[index].Text, word, Place(word).To(Place(words[index]))));
            }
            else
            {
                yield return new HeredocWord(word, null);
            }
        }
    }

    private static SourceSpan Place(MappedText word) => word.Span(0, word.Text.Length);

    private static HeredocMarker? Read(string raw, MappedText sign, SourceSpan span)
    {
        var name = Unquote(raw);
        var stripsTabs = sign.Text.Contains("<<-", StringComparison.Ordinal);
        return name.Length == 0 || raw.Contains('<', StringComparison.Ordinal)
            ? null
            : new HeredocMarker(name, stripsTabs, name == raw, span);
    }

    /// <summary>The length of <c>3&lt;&lt;-</c> at the start of a word; 0 when there is none.</summary>
    private static int SignLength(string word)
    {
        var at = 0;
        while (at < word.Length && char.IsAsciiDigit(word[at]))
        {
            at++;
        }

        return !word.AsSpan(at).StartsWith("<<") ? 0
            : word.AsSpan(at + 2).StartsWith("-") ? at + 3
            : at + 2;
    }

    // After a blank only a name that could be nothing else: "1 << 4" is arithmetic.
    private static bool IsPlainName(string word) => word.Length > 0 && (char.IsAsciiLetter(word[0]) || word[0] is '_' or '"' or '\'');

    private static string Unquote(string raw) =>
        raw.Length >= 2 && raw[0] is '"' or '\'' && raw[^1] == raw[0] ? raw[1..^1] : raw.Replace("\\", "", StringComparison.Ordinal);
}
