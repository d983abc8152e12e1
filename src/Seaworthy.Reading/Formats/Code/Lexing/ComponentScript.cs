using System.Text.RegularExpressions;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>
/// What of a single-file component is script: the <c>script</c> elements of Vue, Svelte and Astro, Astro's frontmatter, and the variables of the build that a template names.
/// </summary>
/// <remarks>Sources: Vue, "SFC Syntax Specification"; Svelte, ".svelte files"; Astro, "Components".</remarks>
internal static partial class ComponentScript
{
    private const string Fence = "---";

    private const string Element = "<script";

    /// <summary>Whether a file of this path is a page with its script inside.</summary>
    public static bool IsIn(string path) => Path.GetExtension(path.AsSpan()) is ".vue" or ".svelte" or ".astro";

    /// <summary>The text with blanks for all that is no script: every character keeps its place, and every line its number.</summary>
    public static string Of(string path, string text)
    {
        var script = new char[text.Length];
        for (var at = 0; at < text.Length; at++)
        {
            script[at] = text[at] is '\n' or '\r' ? text[at] : ' ';
        }

        foreach (var part in Parts(path, text))
        {
            text.AsSpan(part).CopyTo(script.AsSpan(part));
        }

        return new string(script);
    }

    private static IEnumerable<Range> Parts(string path, string text)
    {
        var page = 0;
        if (path.EndsWith(".astro", StringComparison.Ordinal) && Frontmatter(text) is { } frontmatter)
        {
            yield return frontmatter;
            page = frontmatter.End.Value;
        }

        for (var at = page; Next(text, at) is var (opening, script); at = script.End.Value)
        {
            if (!Data().IsMatch(text.AsSpan(opening)))
            {
                yield return script;
            }
        }

        foreach (Match variable in BuildVariable().Matches(text, page))
        {
            yield return variable.Index..(variable.Index + variable.Length);
        }
    }

    /// <summary>The next script element: its opening tag, and what it holds. A tag or an element that never ends reaches to the end of the file, so that all of it is one pass.</summary>
    private static (Range Opening, Range Script)? Next(string text, int from)
    {
        var start = text.IndexOf(Element, from, StringComparison.OrdinalIgnoreCase);
        while (start >= 0 && IsNamePart(text, start + Element.Length))
        {
            start = text.IndexOf(Element, start + Element.Length, StringComparison.OrdinalIgnoreCase);
        }

        if (start < 0)
        {
            return null;
        }

        var end = EndOfTag(text, start + Element.Length);
        var closing = text.IndexOf("</script", end, StringComparison.OrdinalIgnoreCase);
        return (start..end, end..(closing < 0 ? text.Length : closing));
    }

    private static bool IsNamePart(string text, int at) =>
        at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_' or '.');

    /// <summary>Behind the bracket that closes a tag: <c>generic="T extends Record&lt;string, number&gt;"</c> holds none.</summary>
    private static int EndOfTag(string text, int at)
    {
        var quote = '\0';
        for (; at < text.Length; at++)
        {
            var character = text[at];
            if (quote == '\0' && character == '>')
            {
                return at + 1;
            }

            quote =
                quote == character ? '\0'
                : quote == '\0' && character is '"' or '\'' ? character
                : quote;
        }

        return text.Length;
    }

    private static Range? Frontmatter(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart("\uFEFF \t\r\n").Length;
        if (string.CompareOrdinal(text, start, Fence, 0, Fence.Length) != 0)
        {
            return null;
        }

        start += Fence.Length;
        var end = text.IndexOf("\n" + Fence, start, StringComparison.Ordinal);
        return start..(end < 0 ? text.Length : end);
    }

    // Data in a script element has a type of its own: application/ld+json, text/x-template.
    [GeneratedRegex("""\stype=["']?(application/(ld\+)?json|text/x-)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Data();

    [GeneratedRegex(@"\bimport\.meta\.env\.[A-Za-z_]\w*", RegexOptions.None, 1000)]
    private static partial Regex BuildVariable();
}
