using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>Reads files of Prometheus rules.</summary>
internal sealed class AlertRulesReader : YamlContentReader
{
    protected override IReadOnlyList<string> Marks { get; } = ["expr:"];

    protected override Artifact? Read(SourceFile file, MappingNode root)
    {
        Node[] rules =
        [
            .. (root["groups"]?.Items ?? []).SelectMany(group => group["rules"]?.Items ?? []).Where(rule => rule["expr"] is not null),
        ];
        return rules.Length == 0 ? null : new AlertRules(file) { Alerts = [.. rules.Select(Alert).OfType<AlertRule>()] };
    }

    private static AlertRule? Alert(Node node) =>
        node["alert"]?.Fact is { } name
            ? new AlertRule(name, node["expr"]?.Fact, node["for"]?.Fact, node.At("labels", "severity")?.Fact, node.Span)
            : null;
}
