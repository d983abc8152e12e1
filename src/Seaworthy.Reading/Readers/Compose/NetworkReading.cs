using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Values;
using static Seaworthy.Reading.Readers.Compose.Values.ComposeValues;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>What a service is tied to: networks, dependencies, links.</summary>
/// <remarks>Source: the Compose specification, "networks", "depends_on" and "links".</remarks>
internal static class NetworkReading
{
    public static IReadOnlyList<ComposeDependency> Dependencies(Node? node) =>
        node is MappingNode mapping
            ? [.. mapping.Pairs.Where(entry => entry.Value.Tag is not "!reset").Select(Dependency)]
            : [.. Names(node).Select(name => new ComposeDependency(name, name.Span))];

    public static IReadOnlyList<ComposeNetworkAttachment> Attachments(Node? node) =>
        node is MappingNode mapping
            ? [.. mapping.Pairs.Where(entry => entry.Value.Tag is not "!reset").Select(Attachment)]
            : [.. Names(node).Select(name => new ComposeNetworkAttachment(name, name.Span))];

    public static IReadOnlyList<ComposeLink> Links(Node? node) =>
        [
            .. Pairs(node, ':')
                .Select(pair => new ComposeLink(
                    pair.Name,
                    pair.Value is { } alias ? new Fact<string>(alias.Raw, alias.Span) : null,
                    pair.Span
                )),
        ];

    private static ComposeDependency Dependency(NodeEntry entry) =>
        new(new Fact<string>(entry.Key, entry.KeySpan), entry.Span)
        {
            Condition = entry.Value.Get("condition")?.Fact,
            Required = Flag(entry.Value.Get("required")),
            Restart = Flag(entry.Value.Get("restart")),
        };

    private static ComposeNetworkAttachment Attachment(NodeEntry entry) =>
        new(new Fact<string>(entry.Key, entry.KeySpan), entry.Span)
        {
            Aliases = Texts(entry.Value.Get("aliases")),
            Ipv4Address = Text(entry.Value.Get("ipv4_address")),
            Ipv6Address = Text(entry.Value.Get("ipv6_address")),
        };
}
