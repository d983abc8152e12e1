using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Seaworthy.Tests.Engine.Reporting;

/// <summary>The part of JSON Schema draft 2020-12 that our own schemas use; a keyword it does not know fails the test rather than passing unseen.</summary>
internal sealed class SchemaValidator(JsonElement root)
{
    public IReadOnlyList<string> Complaints(JsonElement value) => [.. Check(root, value, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at) =>
        schema.EnumerateObject().SelectMany(keyword => Check(keyword, schema, value, at));

    private IEnumerable<string> Check(JsonProperty keyword, JsonElement schema, JsonElement value, string at)
    {
        var rule = keyword.Value;
        return keyword.Name switch
        {
            "$schema" or "title" or "description" or "$defs" => [],
            "$ref" => Check(Definition(rule.GetString() ?? ""), value, at),
            "type" => Unless(IsOf(rule.GetString(), value), $"{at} is no {rule}"),
            "const" => Unless(JsonElement.DeepEquals(rule, value), $"{at} is not {rule}"),
            "enum" => Unless(
                rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
                $"{at}: {value} is none of the words allowed"
            ),
            "pattern" => Unless(
                value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString() ?? "", rule.GetString() ?? ""),
                $"{at}: '{value}' does not match"
            ),
            "minimum" => Unless(value.GetDouble() >= rule.GetDouble(), $"{at}: {value} is too small"),
            "minItems" => Unless(value.GetArrayLength() >= rule.GetInt32(), $"{at} has too few items"),
            "items" => value
                .EnumerateArray()
                .SelectMany((item, index) => Check(rule, item, string.Create(CultureInfo.InvariantCulture, $"{at}[{index}]"))),
            "required" => rule.EnumerateArray()
                .Where(name => !value.TryGetProperty(name.GetString() ?? "", out _))
                .Select(name => $"{at} lacks '{name}'"),
            "properties" => rule.EnumerateObject()
                .Where(property => value.TryGetProperty(property.Name, out _))
                .SelectMany(property => Check(property.Value, value.GetProperty(property.Name), $"{at}.{property.Name}")),
            "additionalProperties" => value
                .EnumerateObject()
                .Where(property => !schema.GetProperty("properties").TryGetProperty(property.Name, out _))
                .Select(property => $"{at} has '{property.Name}', which the schema does not know"),
            _ => [$"the validator does not know the keyword '{keyword.Name}'"],
        };
    }

    private JsonElement Definition(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(root, (element, name) => element.GetProperty(name));

    private static IEnumerable<string> Unless(bool holds, string complaint) => holds ? [] : [complaint];

    private static bool IsOf(string? type, JsonElement value) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            _ => false,
        };
}
