using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.GoTemplate.Yaml;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>The methods of maps that Helm has a type for: <c>.Files</c> and <c>.Values</c>.</summary>
internal static class GoMethods
{
    public const string OfValues = "common.Values";

    public static bool Has(GoMap map, string name) =>
        map.Type switch
        {
            OfValues => name is "YAML" or "AsMap" or "Table",
            _ => false,
        };

    public static object? Call(GoMap map, string name, IReadOnlyList<object?> arguments) =>
        (name, arguments) switch
        {
            ("YAML", []) => GoYamlWriter.Write(map) + "\n",
            ("AsMap", []) => map,
            ("Table", [string path]) => path.Split('.').Aggregate((object?)map, (at, key) => at is GoMap inner ? inner[key] : null),
            _ => throw new GoCallFault("wrong number of args"),
        };
}
