using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>Reads OpenTelemetry Collector configurations.</summary>
/// <remarks>OpenTelemetry documentation, "Collector configuration".</remarks>
internal sealed class OtelCollectorReader : YamlContentReader
{
    private static readonly string[] Kinds = ["receivers", "processors", "exporters", "connectors"];

    protected override IReadOnlyList<string> Marks { get; } = ["pipelines:"];

    protected override Artifact? Read(SourceFile file, MappingNode root) =>
        root["receivers"] is not MappingNode receivers || root.At("service", "pipelines") is not MappingNode pipelines
            ? null
            : new OtelCollectorConfig(file)
            {
                Receivers = [.. receivers.Pairs.SelectMany(Endpoints)],
                Exporters = [.. (root["exporters"]?.Entries ?? []).SelectMany(Endpoints)],
                Defined =
                [
                    .. Kinds.SelectMany(kind => root[kind]?.Entries ?? []).Select(entry => new Fact<string>(entry.Key, entry.KeySpan)),
                ],
                Used = [.. pipelines.Pairs.SelectMany(pipeline => Kinds.SelectMany(kind => pipeline.Value[kind].OneOrMore()))],
            };

    private static IEnumerable<OtelEndpoint> Endpoints(NodeEntry entry)
    {
        Fact<string> name = new(entry.Key, entry.KeySpan);
        var protocols = entry.Value["protocols"]?.Entries ?? [];
        return protocols.Count > 0
            ? protocols.Select(protocol => new OtelEndpoint(name, protocol.Key, protocol.Value["endpoint"]?.Fact))
            : [new OtelEndpoint(name, null, entry.Value["endpoint"]?.Fact)];
    }
}
