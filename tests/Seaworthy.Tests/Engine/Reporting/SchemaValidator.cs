using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Seaworthy.Tests.Engine.Reporting;

/// <summary>The part of JSON Schema draft 2020-12 that our own schemas and that of SARIF use; a keyword it does not know fails the test rather than passing unseen.</summary>
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
            "$schema" or "title" or "description" or "default" or "$defs" or "definitions" => [],
            "$ref" => Check(Definition(rule.GetString() ?? ""), value, at),
            "type" => Unless(
                rule.ValueKind == JsonValueKind.Array
                    ? rule.EnumerateArray().Any(one => IsOf(one.GetString(), value))
                    : IsOf(rule.GetString(), value),
                $"{at} is no {rule}"
            ),
            "const" => Unless(JsonElement.DeepEquals(rule, value), $"{at} is not {rule}"),
            "enum" => Unless(
                rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
                $"{at}: {value} is none of the words allowed"
            ),
            "pattern" => Unless(
                value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString() ?? "", rule.GetString() ?? ""),
                $"{at}: '{value}' does not match"
            ),
            "minimum" or "maximum" when value.ValueKind != JsonValueKind.Number => [],
            "minimum" => Unless(value.GetDouble() >= rule.GetDouble(), $"{at}: {value} is too small"),
            "maximum" => Unless(value.GetDouble() <= rule.GetDouble(), $"{at}: {value} is too large"),
            "format" => Unless(IsFormat(rule.GetString(), value.GetString() ?? ""), $"{at}: '{value}' is no {rule}"),
            "allOf" => rule.EnumerateArray().SelectMany(one => Check(one, value, at)),
            "if" => Check(rule, value, at).Any() || !schema.TryGetProperty("then", out var then) ? [] : Check(then, value, at),
            "then" => [],
            "anyOf" => Unless(rule.EnumerateArray().Any(one => !Check(one, value, at).Any()), $"{at} keeps to none of the alternatives"),
            "oneOf" => Unless(
                rule.EnumerateArray().Count(one => !Check(one, value, at).Any()) == 1,
                $"{at} does not keep to one of the alternatives alone"
            ),
            "uniqueItems" => Unless(
                value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength(),
                $"{at} says something twice"
            ),
            // What is of another type is complained of by "type" alone.
            "items" or "minItems" when value.ValueKind != JsonValueKind.Array => [],
            "required"
            or "properties"
            or "additionalProperties"
            or "propertyNames"
            or "minProperties" when value.ValueKind != JsonValueKind.Object => [],
            "minProperties" => Unless(value.EnumerateObject().Count() >= rule.GetInt32(), $"{at} has too few keys"),
            "propertyNames" => value
                .EnumerateObject()
                .SelectMany(property => Check(rule, JsonSerializer.SerializeToElement(property.Name), $"{at}.{property.Name} (its name)")),
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
            "additionalProperties" => Others(schema, value).SelectMany(property => Other(rule, property, at)),
            _ => [$"the validator does not know the keyword '{keyword.Name}'"],
        };
    }

    private static IEnumerable<JsonProperty> Others(JsonElement schema, JsonElement value) =>
        value
            .EnumerateObject()
            .Where(property =>
                !schema.TryGetProperty("properties", out var properties) || !properties.TryGetProperty(property.Name, out _)
            );

    private IEnumerable<string> Other(JsonElement rule, JsonProperty property, string at) =>
        rule.ValueKind switch
        {
            JsonValueKind.True => [],
            JsonValueKind.False => [$"{at} has '{property.Name}', which the schema does not know"],
            _ => Check(rule, property.Value, $"{at}.{property.Name}"),
        };

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
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            _ => false,
        };

    private static bool IsFormat(string? format, string text) =>
        format switch
        {
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "uri-reference" => Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute),
            _ => false,
        };
}
