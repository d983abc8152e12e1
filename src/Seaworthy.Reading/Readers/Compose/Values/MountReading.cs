using Seaworthy.Model.Declared.Compose;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Compose.Values.ComposeValues;

namespace Seaworthy.Reading.Readers.Compose.Values;

/// <summary>Entries of <c>volumes</c> and <c>ports</c>, short and long.</summary>
/// <remarks>Source: the Compose specification, "volumes" and "ports".</remarks>
internal static class MountReading
{
    public static IReadOnlyList<ComposeMount> Mounts(Node? node) => [.. (node?.Items ?? []).Select(Mount).OfType<ComposeMount>()];

    public static IReadOnlyList<ComposePort> Ports(Node? node) => [.. (node?.Items ?? []).Select(Port).OfType<ComposePort>()];

    public static IReadOnlyList<ComposeExpose> Expose(Node? node) =>
        [.. Texts(node).Select(text => new ComposeExpose(text, PortText.Parse(text.Literal?.Split('/')[0]), text.Span))];

    private static ComposeMount? Mount(Node node) =>
        node switch
        {
            ScalarNode { IsNull: false } text => ShortMount.Parse(text.Mapped) with { Span = text.Span },
            MappingNode mapping => LongMount(mapping),
            _ => null,
        };

    private static ComposeMount LongMount(MappingNode mapping) =>
        new("", TypeOf(mapping.Get("type")?.Text), mapping.Span)
        {
            IsLong = true,
            Source = Text(mapping.Get("source")),
            Target = Text(mapping.Get("target")),
            IsReadOnly = Flag(mapping.Get("read_only"))?.Value is true,
            CreatesHostPath = Flag(mapping.At("bind", "create_host_path"))?.Value is not false,
            Subpath = Text(mapping.At("volume", "subpath") ?? mapping.At("image", "subpath")),
        };

    private static ComposeMountType TypeOf(string? type) =>
        type switch
        {
            "bind" => ComposeMountType.Bind,
            "volume" => ComposeMountType.Volume,
            "tmpfs" => ComposeMountType.Tmpfs,
            "cluster" => ComposeMountType.Cluster,
            "npipe" => ComposeMountType.NamedPipe,
            "image" => ComposeMountType.Image,
            _ => ComposeMountType.Unknown,
        };

    private static ComposePort? Port(Node node) =>
        node switch
        {
            ScalarNode { IsNull: false } text => ShortPort.Parse(text.Mapped) with { Span = text.Span },
            MappingNode mapping => LongPort(mapping),
            _ => null,
        };

    private static ComposePort LongPort(MappingNode mapping)
    {
        var published = Text(mapping.Get("published"));
        var target = Text(mapping.Get("target"));
        return new ComposePort("", mapping.Span)
        {
            HostIp = Text(mapping.Get("host_ip")),
            Published = published,
            Target = target,
            PublishedPorts = PortText.Parse(published?.Literal),
            Protocol = Text(mapping.Get("protocol")),
            Mode = mapping.Get("mode")?.Fact,
            Name = mapping.Get("name")?.Fact,
        };
    }
}
