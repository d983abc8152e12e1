using System.Text.Json;
using System.Text.RegularExpressions;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>A SARIF <c>message</c>: secrets masked, and nothing in it that a viewer takes for a link or a placeholder of its own.</summary>
/// <remarks>
/// Source: SARIF 2.1.0, 3.11.5 "Messages with placeholders" and 3.11.6 "Messages with embedded links". Of the braces only those of a placeholder are doubled: no viewer undoes the others,
/// and <c>${NAME}</c> must be readable.
/// </remarks>
internal static partial class SarifText
{
    public static void Write(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Plain(text));
        json.WriteEndObject();
    }

    /// <summary>The message of a result, which is all that most viewers show of it: what is wrong, what to change, and a link to every other place (3.11.6).</summary>
    public static void WriteMessage(Utf8JsonWriter json, Verdict verdict)
    {
        var text = Plain(verdict.Remediation is { } remedy ? $"{verdict.Message} {remedy}" : verdict.Message);
        var links = verdict.Locations.Skip(1).Select((location, index) => $"[{Linked(location.Span.ToString())}]({index + 1})").ToList();
        json.WriteStartObject("message");
        json.WriteString("text", links.Count > 0 ? $"{text} See {string.Join(", ", links)}." : text);
        json.WriteEndObject();
    }

    // Brackets and backslashes in the text of a link are escaped.
    private static string Linked(string place) =>
        Plain(place)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);

    private static string Plain(string text) =>
        Placeholder().Replace(Quote.Text(text).Replace("](", "] (", StringComparison.Ordinal), "{{$1}}");

    [GeneratedRegex(@"\{([0-9]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
