using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>Reads Promtail configurations.</summary>
internal sealed class PromtailReader : YamlContentReader
{
    protected override IReadOnlyList<string> Marks { get; } = ["scrape_configs", "loki/api/v1/push"];

    protected override Artifact? Read(SourceFile file, MappingNode root) =>
        root["scrape_configs"] is not SequenceNode jobs || (root["clients"] is null && root["client"] is null)
            ? null
            : new LogShipping(file)
            {
                Destinations =
                [
                    .. (root["clients"]?.Items ?? []).Select(client => client["url"]?.Fact).OfType<Fact<string>>(),
                    .. root.At("client", "url").OneOrMore(),
                ],
                Paths = [.. MonitoringValues.Below(jobs, key => key == "__path__")],
            };
}
