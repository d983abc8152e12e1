using System.Text.Json;
using ModelContextProtocol.Protocol;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.LanguageServer.Tools;

/// <summary>A question that a client of the Model Context Protocol may ask. None of them changes anything.</summary>
/// <param name="name">Its name in the protocol.</param>
/// <param name="description">When to ask it, and what comes back.</param>
/// <param name="properties">Members of its input, as JSON Schema; <c>path</c> is one of every tool.</param>
/// <param name="required">Those that must be there.</param>
internal abstract class ContextTool(string name, string description, string properties, params IReadOnlyList<string> required)
{
    private const string Path = """
        "path": { "type": "string", "description": "Directory of the repository. Default: the one the server was started for." }
        """;

    public string Name => name;

    /// <remarks>Source: Model Context Protocol 2025-06-18, "Tools".</remarks>
    public Tool Definition { get; } =
        new()
        {
            Name = name,
            Description = description,
            InputSchema = Schema(properties, required),
            Annotations = new ToolAnnotations
            {
                ReadOnlyHint = true,
                DestructiveHint = false,
                IdempotentHint = true,
                OpenWorldHint = false,
            },
        };

    public ToolAnswer Answer(ToolCall call) =>
        Fault(call) is { } wrong ? ToolAnswer.Refused(Quote.Text(wrong))
        : call.Tree.Audit(out var fault) is { } report ? Of(call, report)
        : ToolAnswer.Refused(Quote.Text(fault));

    /// <summary>Why the arguments are none of this tool's: an answer to another question would look like a good one. Null when they are.</summary>
    private string? Fault(ToolCall call)
    {
        var known = Definition.InputSchema.GetProperty("properties");
        foreach (var argument in call.Names)
        {
            if (!known.TryGetProperty(argument, out var property))
            {
                return $"There is no argument '{argument}'; there is {string.Join(", ", known.EnumerateObject().Select(each => each.Name))}.";
            }

            var words = property.TryGetProperty("enum", out var listed)
                ? listed.EnumerateArray().Select(each => each.GetString()).ToList()
                : [];
            if (words.Count > 0 && call.Text(argument) is var word && !words.Contains(word))
            {
                return $"\"{argument}\" is {string.Join(", ", words.SkipLast(1))}{(words.Count > 1 ? " or " : "")}{words[^1]}, not '{word}'.";
            }
        }

        return null;
    }

    protected abstract ToolAnswer Of(ToolCall call, Report report);

    private static JsonElement Schema(string properties, IReadOnlyList<string> required)
    {
        var own = properties.Length > 0 ? properties + ", " : "";
        var needed = string.Join(", ", required.Select(each => $"\"{each}\""));
        using var document = JsonDocument.Parse($$"""{ "type": "object", "properties": { {{own}}{{Path}} }, "required": [{{needed}}] }""");
        return document.RootElement.Clone();
    }
}
