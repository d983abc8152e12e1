using System.Text.RegularExpressions;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Html;

/// <summary>A tag of a page, read as strictly as we write: lower case, attributes in double quotation marks, no bracket that is no tag.</summary>
internal sealed partial record PageTag(string Name, bool IsEnd, IReadOnlyDictionary<string, string> Attributes)
{
    private static readonly string[] Void = ["meta", "input", "path", "rect", "circle", "ellipse", "br"];

    /// <summary>All tags of a page but the declaration, with style and script left empty.</summary>
    public static IReadOnlyList<PageTag> In(string page)
    {
        var text = Own().Replace(page, "<$1></$1>").Replace("<!DOCTYPE html>", "", StringComparison.Ordinal);
        var matches = Tag().Matches(text);
        Assert.Equal(text.Count(character => character == '<'), matches.Count);
        return
        [
            .. matches.Select(match => new PageTag(
                match.Groups["name"].Value,
                match.Groups["end"].Length > 0,
                match
                    .Groups["key"]
                    .Captures.Zip(match.Groups["value"].Captures)
                    .ToDictionary(pair => pair.First.Value, pair => pair.Second.Value.Trim('=', '"'))
            )),
        ];
    }

    /// <summary>The first tag that ends another than the one that was begun last; null when all are nested.</summary>
    public static PageTag? Misplaced(IEnumerable<PageTag> tags)
    {
        Stack<string> open = new();
        foreach (var tag in tags.Where(tag => !Void.Contains(tag.Name)))
        {
            if (!tag.IsEnd)
            {
                open.Push(tag.Name);
            }
            else if (open.Count == 0 || open.Pop() != tag.Name)
            {
                return tag;
            }
        }

        return open.Count > 0 ? new PageTag(open.Peek(), false, new Dictionary<string, string>()) : null;
    }

    [GeneratedRegex("<(style|script)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Own();

    [GeneratedRegex("<(?<end>/?)(?<name>[a-z][a-z0-9]*)( (?<key>[a-zA-Z-]+)(?<value>(=\"[^\"<]*\")?))*/?>", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
