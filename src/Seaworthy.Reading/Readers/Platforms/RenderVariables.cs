using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>The variables of a Blueprint, with what Render refuses in them.</summary>
/// <remarks>Sources: Render documentation, "Blueprint YAML Reference", "Setting environment variables"; the schema at render.com/schema/render.yaml.json.</remarks>
internal static class RenderVariables
{
    private static readonly string[] OfDatabase =
    [
        "connectionString",
        "connectionPoolString",
        "host",
        "port",
        "user",
        "password",
        "database",
    ];

    private static readonly string[] OfService = ["host", "port", "hostport", "connectionString"];

    public static IReadOnlyList<PlatformVariable> Read(Node? node) => [.. Mappings(node).Select(EnvVar).OfType<PlatformVariable>()];

    public static IEnumerable<Problem> Problems(Node? node) => Mappings(node).SelectMany(Problems);

    private static IEnumerable<Problem> Problems(MappingNode node) =>
        [
            .. UnknownKeys(node, RenderKeys.Variable, "a variable of a Blueprint"),
            .. Unknown(node.At("fromDatabase", "property"), OfDatabase, "a database"),
            .. Unknown(node.At("fromService", "property"), OfService, "a service"),
        ];

    private static IEnumerable<Problem> Unknown(Node? property, string[] known, string what)
    {
        if (property?.Fact is { } named && !known.Contains(named.Value))
        {
            yield return new Problem(
                ProblemKind.InvalidValue,
                $"'{named.Value}' is not a property of {what} that a Blueprint can take; available: {string.Join(", ", known)}",
                named.Span
            );
        }
    }

    private static PlatformVariable? EnvVar(MappingNode node)
    {
        if (node["fromGroup"]?.Fact is { } group)
        {
            return new PlatformVariable(group, null, PlatformVariableOrigin.Group, node.Span) { Reference = group };
        }

        if (node["key"]?.Fact is not { } key)
        {
            return null;
        }

        return (node["fromDatabase"], node["fromService"]) switch
        {
            ({ } database, _) => From(key, database, PlatformVariableOrigin.Database, node.Span),
            (_, { } service) => From(key, service, PlatformVariableOrigin.Service, node.Span),
            _ when node["generateValue"]?.Text is "true" => new PlatformVariable(key, null, PlatformVariableOrigin.Generated, node.Span),
            _ when node["value"] is { } value => new PlatformVariable(key, value.Fact, PlatformVariableOrigin.Literal, node.Span),
            _ => new PlatformVariable(key, null, PlatformVariableOrigin.Prompted, node.Span),
        };
    }

    private static PlatformVariable From(Fact<string> key, Node source, PlatformVariableOrigin origin, SourceSpan span) =>
        new(key, null, origin, span) { Reference = source["name"]?.Fact, Property = (source["property"] ?? source["envVarKey"])?.Fact };
}
