using System.Text.RegularExpressions;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>
/// What of a single-file component is script: the <c>script</c> elements of Vue, Svelte and Astro, Astro's frontmatter, and the variables of the build that a template names.
/// </summary>
/// <remarks>Sources: Vue, "SFC Syntax Specification"; Svelte, ".svelte files"; Astro, "Components".</remarks>
internal static partial class ComponentScript
{
    private const string Fence = "---";

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

        foreach (Match element in ScriptElement().Matches(text, page))
        {
            var opening = element.Index + element.Length;
            var closing = text.IndexOf("</script", opening, StringComparison.OrdinalIgnoreCase);
            yield return opening..(closing < 0 ? text.Length : closing);
        }

        foreach (Match variable in BuildVariable().Matches(text, page))
        {
            yield return variable.Index..(variable.Index + variable.Length);
        }
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
    [GeneratedRegex(
        """<script(?:\s+(?!type=["']?(?:application/(?:ld\+)?json|text/x-))[^\s>="']+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*\s*>""",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex ScriptElement();

    [GeneratedRegex(@"\bimport\.meta\.env\.[A-Za-z_]\w*", RegexOptions.NonBacktracking)]
    private static partial Regex BuildVariable();
}
