using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>A list that a program gives its answers to pages of other origins, as one setting for each entry: <c>["GET", "POST"]</c>, <c>'GET,POST'</c>, <c>List.of("GET")</c>, <c>http.MethodGet</c>.</summary>
/// <param name="Setting">What it lists.</param>
internal sealed record CorsList(string Setting)
{
    private static readonly HashSet<string> KnownMethods = new(StringComparer.OrdinalIgnoreCase)
    {
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
        "CONNECT",
        "TRACE",
        "*",
    };

    public static CorsList Methods { get; } = new("cors.methods") { Entry = Method };

    /// <summary>Addresses of pages, <c>*</c> for each of them.</summary>
    public static CorsList Origins { get; } = new("cors.origins") { Entry = Origin };

    /// <summary>The entry that a word is; null when it is none.</summary>
    private Func<string, string?> Entry { get; init; } = word => word;

    /// <summary>What stands around the methods, and is none.</summary>
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal)
    {
        "List",
        "of",
        "Arrays",
        "asList",
        "listOf",
        "Set",
        "HttpMethod",
        "HttpMethods",
        "RequestMethod",
        "name",
        "http",
        "echo",
        "fiber",
        "string",
        "String",
        "new",
        "Collections",
        "singletonList",
        "arrayOf",
    };

    public void Add(CodeReading reading, TokenRange value, CodeScope? scope)
    {
        var list =
            value.Count == 1
            && reading.Trees.IsName(value.First)
            && reading.AssignmentOf(reading.Trees.Text(value.First), scope) is { } assignment
                ? assignment.Value
                : value;
        List<Fact<string>> entries = [];
        for (var at = list.First; at < list.End; at++)
        {
            var text = reading.Trees.IsKind(at, TokenKind.String) ? Literals.Value(reading.Trees, at) : reading.Trees.Text(at);
            if (!reading.Trees.IsKind(at, TokenKind.String) && (!reading.Trees.IsName(at) || Around.Contains(text)))
            {
                continue;
            }

            var parts = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Entry).ToList();
            if (parts.Count == 0 || parts.Contains(null))
            {
                entries.Clear();
                break;
            }

            entries.AddRange(parts.OfType<string>().Select(part => new Fact<string>(part, reading.Trees.Span(at))));
        }

        if (entries.Count == 0)
        {
            reading.Settings.Add(new FrameworkSetting(Setting, reading.Value(value, scope), reading.Syntax.Span(value)));
        }

        reading.Settings.AddRange(
            entries.Select(entry => new FrameworkSetting(Setting, new CodeValue.Literal(entry.Value, entry.Span), entry.Span))
        );
    }

    /// <summary>All the arguments of a call together.</summary>
    public void Add(CodeReading reading, CodeCall call)
    {
        foreach (var argument in call.Arguments)
        {
            Add(reading, argument.Value, call.Scope);
        }
    }

    /// <summary>In Go, the constants of methods are <c>MethodPatch</c>.</summary>
    private static string? Method(string word)
    {
        var name = word.StartsWith("Method", StringComparison.Ordinal) ? word["Method".Length..] : word;
        return KnownMethods.Contains(name) ? name.ToUpperInvariant() : null;
    }

    private static string? Origin(string word) => word == "*" || word.Contains("://", StringComparison.Ordinal) ? word : null;
}
