using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The variables that the shell fills in into a here-document: without a backslash, without a default.</summary>
internal static class DocumentVariables
{
    public static IEnumerable<Fact<string>> Of(MappedText document)
    {
        var text = document.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
                continue;
            }

            if (text[at] != '$' || at + 1 >= text.Length)
            {
                continue;
            }

            var isBraced = text[at + 1] == '{';
            var start = isBraced ? at + 2 : at + 1;
            var end = start;
            while (end < text.Length && WholeWords.IsOfIdentifier(text[end]))
            {
                end++;
            }

            if (end > start && !char.IsAsciiDigit(text[start]) && (!isBraced || (end < text.Length && text[end] == '}')))
            {
                yield return new Fact<string>(text[start..end], document.Span(at, end - at));
            }

            at = Math.Max(at, end - 1);
        }
    }
}
