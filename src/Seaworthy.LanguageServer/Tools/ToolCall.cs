using System.Text.Json;

namespace Seaworthy.LanguageServer.Tools;

/// <summary>A call of a tool: its arguments, and the tree that it is about.</summary>
internal sealed class ToolCall(IDictionary<string, JsonElement>? arguments, AuditedTree tree)
{
    public AuditedTree Tree => tree;

    /// <summary>The names of its arguments.</summary>
    public IEnumerable<string> Names => arguments?.Keys ?? [];

    // Clients that know no schema write a port as the number that it is.
    public string? Text(string name) =>
        arguments?.TryGetValue(name, out var value) is not true ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    public int Number(string name) =>
        arguments?.TryGetValue(name, out var value) is true && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : 0;

    /// <summary>An argument as JSON text; null where there is none.</summary>
    public byte[]? Json(string name) =>
        arguments?.TryGetValue(name, out var value) is true ? System.Text.Encoding.UTF8.GetBytes(value.GetRawText()) : null;
}
