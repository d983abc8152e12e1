using System.Text.Json;

namespace Seaworthy.Engine.Importing;

/// <summary>One run of one tool: its rules, its bases, and its results in the light of both.</summary>
internal sealed class SarifRun
{
    private const int LongestText = 1_000;
    private const int LongestName = 200;
    private const int DeepestBase = 8;

    private readonly string tool;
    private readonly IReadOnlyList<JsonElement> rules;
    private readonly IReadOnlyList<JsonElement> artifacts;
    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);
    private readonly JsonElement? bases;

    public SarifRun(JsonElement run)
    {
        var described = run.Member("tool");
        tool = ToolTable.Name(described.Member("driver").Text("name") ?? "unknown");
        rules = [.. described.Member("driver") is { } driver ? driver.Items("rules") : []];
        artifacts = [.. run.Items("artifacts")];
        bases = run.Member("originalUriBaseIds");
        foreach (var rule in rules.Concat((described?.Items("extensions") ?? []).SelectMany(extension => extension.Items("rules"))))
        {
            if (rule.Text("id") is { } id)
            {
                byId.TryAdd(id, rule);
            }
        }
    }

    /// <summary>A result that says that something is wrong, and still is.</summary>
    public static bool IsFinding(JsonElement result) =>
        result.Text("kind") is null or "fail" && result.Text("level") is not "none" && result.Text("baselineState") is not "absent";

    public static bool IsAccepted(JsonElement result) =>
        result.Items("suppressions").Any(suppression => suppression.Text("status") is null or "accepted");

    public ImportedResult? Result(JsonElement result)
    {
        var rule = RuleOf(result);
        if ((result.Text("ruleId") ?? result.Member("rule").Text("id") ?? rule.Text("id")) is not { Length: > 0 } id)
        {
            return null;
        }

        var place = result
            .Items("locations")
            .Select(location => location.Member("physicalLocation"))
            .FirstOrDefault(found => found is not null);
        var region = place.Member("region") ?? default;
        return new ImportedResult
        {
            Tool = tool,
            Rule = Short(Name(id)),
            Level = result.Text("level") ?? rule.Member("defaultConfiguration").Text("level") ?? "warning",
            Message = OneLine(Message(result, rule) ?? rule.Member("shortDescription").Text("text") ?? id),
            Title = OneLine(rule.Member("shortDescription").Text("text") ?? rule.Text("name")),
            Description = OneLine(rule.Member("fullDescription").Text("text")),
            HelpUri = rule.Text("helpUri") is { } uri && IsLink(uri) ? OneLine(uri) : null,
            SecuritySeverity =
                result.Member("properties").Score("security-severity") ?? rule.Member("properties").Score("security-severity"),
            Tags = [.. Tags(rule).Concat(Tags(result)).Take(50)],
            Fix = result.Items("fixes").Select(fix => OneLine(fix.Member("description").Text("text"))).FirstOrDefault(),
            Uri = Uri(place.Member("artifactLocation")),
            StartLine = region.Number("startLine") ?? 0,
            StartColumn = region.Number("startColumn") ?? 0,
            EndLine = region.Number("endLine") ?? 0,
            EndColumn = region.Number("endColumn") ?? 0,
        };
    }

    // zizmor and others write their own name in front, which the id of a finding has already.
    private string Short(string id) => id.StartsWith(tool + "/", StringComparison.OrdinalIgnoreCase) ? id[(tool.Length + 1)..] : id;

    // An id is printed everywhere, and written into configurations.
    private static string Name(string id) =>
        new([
            .. id.Trim()
                .Take(LongestName)
                .Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '/' or ':' or '@' ? letter : '-'),
        ]);

    private JsonElement? RuleOf(JsonElement result)
    {
        var id = result.Text("ruleId") ?? result.Member("rule").Text("id");
        for (var name = id; name is not null; name = name.LastIndexOf('/') is > 0 and var slash ? name[..slash] : null)
        {
            if (byId.TryGetValue(name, out var found))
            {
                return found;
            }
        }

        var index = result.Number("ruleIndex") ?? result.Member("rule")?.Number("index");
        return index is { } at && at >= 0 && at < rules.Count ? rules[at] : null;
    }

    private static string? Message(JsonElement result, JsonElement? rule)
    {
        var message = result.Member("message");
        var text = message.Text("text") ?? (message.Text("id") is { } id ? rule.Member("messageStrings").Member(id).Text("text") : null);
        var arguments = message is { } said ? said.Items("arguments").Select(argument => argument.ToString()).Take(10).ToList() : [];
        return arguments
            .Index()
            .Aggregate(text, (filled, next) => filled?.Replace($"{{{next.Index}}}", next.Item, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Tags(JsonElement? element) =>
        (element.Member("properties")?.Items("tags") ?? [])
            .Where(tag => tag.ValueKind == JsonValueKind.String)
            .Select(tag => tag.GetString() ?? "");

    private string Uri(JsonElement? location, int depth = 0)
    {
        var index = location?.Number("index");
        var uri =
            location.Text("uri")
            ?? (index is { } at && at >= 0 && at < artifacts.Count ? artifacts[at].Member("location").Text("uri") : null)
            ?? "";
        var parent = location.Text("uriBaseId") is { } id && depth < DeepestBase ? bases.Member(id) : null;
        return parent is null || IsAbsolute(uri) ? uri
            : Uri(parent, depth + 1) is { Length: > 0 } above ? $"{above.TrimEnd('/')}/{uri}"
            : uri;
    }

    private static bool IsAbsolute(string uri) => uri is ['/', ..] || uri.Contains("://", StringComparison.Ordinal);

    private static bool IsLink(string uri) =>
        uri.StartsWith("https://", StringComparison.Ordinal) || uri.StartsWith("http://", StringComparison.Ordinal);

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? OneLine(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var words = string.Join(
            ' ',
            text[..Math.Min(text.Length, 4 * LongestText)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return words.Length <= LongestText
            ? words
            : $"{words[..(char.IsHighSurrogate(words[LongestText - 1]) ? LongestText - 1 : LongestText)]}…";
    }
}
