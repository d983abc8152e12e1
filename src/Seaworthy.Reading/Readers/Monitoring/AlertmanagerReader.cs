using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>Reads Alertmanager configurations.</summary>
internal sealed class AlertmanagerReader : YamlContentReader
{
    private const int MaximumDepth = 50;

    protected override IReadOnlyList<string> Marks { get; } = ["receivers:"];

    protected override Artifact? Read(SourceFile file, MappingNode root) =>
        root["route"] is not MappingNode route || root["receivers"] is not SequenceNode receivers
            ? null
            : new AlertmanagerConfig(file)
            {
                Receivers = [.. receivers.Elements.Select(Receiver).OfType<AlertReceiver>()],
                RoutedReceivers = [.. Routed(route, 0)],
                EnvironmentHoles =
                [
                    .. from value in Values(root, "", 0)
                    from hole in EnvironmentHoles.Find(value.Text.Value)
                    select new EnvironmentHole(hole.Name, hole.HasDefault, value.Key, value.Text.Span)
                    {
                        // An address without a scheme ends the start.
                        IsRefused = value.Key.EndsWith("url", StringComparison.Ordinal) && value.Text.Value.StartsWith('$'),
                    },
                ],
                Templates = root["templates"].OneOrMore(),
            };

    private static IEnumerable<KeyedText> Values(Node node, string key, int depth)
    {
        if (depth >= MaximumDepth)
        {
            return [];
        }

        IEnumerable<KeyedText> here = node.Fact is { } text ? [new(key, text)] : [];
        return here.Concat(node.Entries.SelectMany(entry => Values(entry.Value, entry.Key, depth + 1)))
            .Concat(node.Items.SelectMany(item => Values(item, key, depth + 1)));
    }

    private static AlertReceiver? Receiver(Node node) =>
        node["name"]?.Fact is { } name
            ? new AlertReceiver(
                name,
                [
                    .. node
                        .Entries.Where(entry => entry.Key.EndsWith("_configs", StringComparison.Ordinal) && entry.Value.Items.Count > 0)
                        .Select(entry => new Fact<string>(entry.Key, entry.KeySpan)),
                ],
                [.. MonitoringValues.Below(node, key => key is "url" or "api_url" or "webhook_url")],
                node.Span
            )
            : null;

    private static IEnumerable<Fact<string>> Routed(Node route, int depth)
    {
        IEnumerable<Fact<string>> here = route["receiver"]?.Fact is { } receiver ? [receiver] : [];
        return depth >= MaximumDepth ? here : here.Concat((route["routes"]?.Items ?? []).SelectMany(child => Routed(child, depth + 1)));
    }

    private sealed record KeyedText(string Key, Fact<string> Text);
}
