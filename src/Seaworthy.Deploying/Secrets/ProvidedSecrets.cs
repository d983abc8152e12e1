using System.Text.Json;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Secrets;

/// <summary>What the program of a provider prints: an object of JSON, or a dotenv file whose values are taken as they stand.</summary>
public static class ProvidedSecrets
{
    /// <returns>Null when it is neither.</returns>
    public static IReadOnlyDictionary<string, string>? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimStart() is ['{', ..] ? OfJson(text) : OfLines(text);
    }

    private static Dictionary<string, string>? OfJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return OfObject(Inner(document.RootElement));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Vault wraps the secrets in what it says of them: <c>{"data": {"data": {…}, "metadata": {…}}}</c>.</summary>
    /// <remarks>Source: Vault documentation, "KV secrets engine, version 2", "Read secret version".</remarks>
    private static JsonElement Inner(JsonElement root)
    {
        var at = root;
        while (at.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object)
        {
            at = data;
        }

        return at;
    }

    private static Dictionary<string, string>? OfObject(JsonElement from)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (var property in from.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                return null;
            }

            values[property.Name] =
                property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() ?? "" : property.Value.GetRawText();
        }

        return values;
    }

    private static Dictionary<string, string>? OfLines(string text)
    {
        var variables = EnvironmentText.ReadLiteral(text);
        return variables.Count == 0
            ? null
            : variables
                .GroupBy(variable => variable.Name)
                .ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
    }
}
