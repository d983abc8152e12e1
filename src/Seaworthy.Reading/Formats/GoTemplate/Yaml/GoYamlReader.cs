using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;

namespace Seaworthy.Reading.Formats.GoTemplate.Yaml;

/// <summary>YAML to values as Helm's library reads it: every number is a float64, as JSON has no other.</summary>
/// <remarks>sigs.k8s.io/yaml, yaml.go, convertToJSONableObject.</remarks>
internal static class GoYamlReader
{
    private const int DepthLimit = 150;

    /// <summary>The first document; <paramref name="fault"/> says why it cannot be read.</summary>
    public static object? Read(string text, out string? fault)
    {
        var file = YamlParser.Parse(new SourceFile("", text));
        fault = Fault(file);
        return fault is null && file.Root is { } root ? Value(root) : null;
    }

    public static string? Fault(NodeFile file) =>
        file.HasTemplateActions ? "error converting YAML to JSON: yaml: invalid map key"
        : file.Problems.FirstOrDefault(problem => problem.Kind is ProblemKind.Syntax or ProblemKind.Limit or ProblemKind.ConflictMarker)
            is { } problem
            ? $"error converting YAML to JSON: yaml: {problem.Message}"
        : null;

    public static object? Value(Node node) => Value(node, 0);

    private static object? Value(Node node, int depth)
    {
        if (depth > DepthLimit)
        {
            return null;
        }

        switch (node)
        {
            case MappingNode mapping:
                GoMap map = new();
                foreach (var entry in mapping.Pairs)
                {
                    map[Key(entry)] = Value(entry.Value, depth + 1);
                }

                return map;
            case SequenceNode sequence:
                return new GoList([.. sequence.Elements.Select(element => Value(element, depth + 1))]);
            case ScalarNode scalar:
                return Scalar(scalar);
            default:
                return null;
        }
    }

    private static object? Scalar(ScalarNode scalar)
    {
        if (scalar.IsQuoted || scalar.Tag is "!" or "tag:yaml.org,2002:str")
        {
            return scalar.Value;
        }

        return GoYamlScalar.Value(scalar.Value) switch
        {
            long integer => (double)integer,
            ulong large => (double)large,
            var value => value,
        };
    }

    /// <summary>A key that is no text becomes one: <c>y:</c> is <c>true</c>.</summary>
    private static string Key(NodeEntry entry)
    {
        var isQuoted = entry.KeySpan.Length > 0 && entry.KeySpan.Text[0] is '"' or '\'';
        return isQuoted
            ? entry.Key
            : GoYamlScalar.Value(entry.Key) switch
            {
                null => "null",
                bool truth => truth ? "true" : "false",
                long or ulong => GoPrint.Text(GoYamlScalar.Value(entry.Key)),
                double real => GoNumbers.General(real),
                _ => entry.Key,
            };
    }
}
