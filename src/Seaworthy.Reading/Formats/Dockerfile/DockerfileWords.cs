using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary>The two ways in which instructions split their arguments into words.</summary>
internal static class DockerfileWords
{
    /// <summary>At blanks, whatever quotes say: FROM, COPY, ADD, EXPOSE, VOLUME.</summary>
    public static IReadOnlyList<MappedText> Blank(MappedText text)
    {
        List<MappedText> words = [];
        for (var at = 0; at < text.Text.Length; )
        {
            if (IsBlank(text.Text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Text.Length && !IsBlank(text.Text[end]))
            {
                end++;
            }

            words.Add(text.Slice(at, end - at));
            at = end;
        }

        return words;
    }

    /// <summary>At blanks outside quotes, which stay in the words: ENV, ARG, LABEL, flags, markers of here-documents.</summary>
    public static IReadOnlyList<MappedText> Quoted(MappedText text, char escape)
    {
        List<MappedText> words = [];
        for (var at = 0; at < text.Text.Length; )
        {
            if (char.IsWhiteSpace(text.Text[at]))
            {
                at++;
                continue;
            }

            var end = EndOfQuoted(text.Text, at, escape);
            words.Add(text.Slice(at, end - at));
            at = end;
        }

        return words;
    }

    public static int EndOfQuoted(string text, int at, char escape)
    {
        var quote = '\0';
        while (at < text.Length && (quote != '\0' || !char.IsWhiteSpace(text[at])))
        {
            if (text[at] == escape && quote != '\'')
            {
                at++;
            }
            else if (quote == text[at])
            {
                quote = '\0';
            }
            else if (quote == '\0' && text[at] is '"' or '\'')
            {
                quote = text[at];
            }

            at++;
        }

        return Math.Min(at, text.Length);
    }

    // Source: BuildKit, frontend/dockerfile/parser, reWhitespace: other blanks are letters of the word.
    private static bool IsBlank(char letter) => letter is '\t' or '\v' or '\f' or '\r' or '\n' or ' ';
}
