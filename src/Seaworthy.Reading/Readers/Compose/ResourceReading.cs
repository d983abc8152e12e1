using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Values;
using static Seaworthy.Reading.Readers.Compose.Values.ComposeValues;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>What is beside the services: networks, volumes, secrets, configs, includes.</summary>
internal static class ResourceReading
{
    public static ComposeNetwork Network(NodeEntry entry) =>
        new(Name(entry), entry.Span)
        {
            ActualName = ActualName(entry.Value),
            Driver = Text(entry.Value.Get("driver")),
            DriverOptions = Pairs(entry.Value.Get("driver_opts")),
            External = External(entry.Value),
            Internal = Flag(entry.Value.Get("internal")),
            Attachable = Flag(entry.Value.Get("attachable")),
            Subnets = [.. (entry.Value.Get("ipam").Get("config")?.Items ?? []).SelectMany(item => Texts(item.Get("subnet")))],
        };

    public static ComposeVolume Volume(NodeEntry entry) =>
        new(Name(entry), entry.Span)
        {
            ActualName = ActualName(entry.Value),
            Driver = Text(entry.Value.Get("driver")),
            DriverOptions = Pairs(entry.Value.Get("driver_opts")),
            External = External(entry.Value),
            Labels = Pairs(entry.Value.Get("labels")),
        };

    public static ComposeSecret Secret(NodeEntry entry) =>
        new(Name(entry), entry.Span)
        {
            ActualName = ActualName(entry.Value),
            File = Text(entry.Value.Get("file")),
            Environment = Text(entry.Value.Get("environment")),
            External = External(entry.Value),
        };

    public static ComposeConfig Config(NodeEntry entry) =>
        new(Name(entry), entry.Span)
        {
            ActualName = ActualName(entry.Value),
            File = Text(entry.Value.Get("file")),
            Content = Text(entry.Value.Get("content")),
            Environment = Text(entry.Value.Get("environment")),
            External = External(entry.Value),
        };

    public static ComposeInclude? Include(Node node) =>
        node switch
        {
            ScalarNode { IsNull: false } => new ComposeInclude(Texts(node), node.Span),
            MappingNode when Texts(node.Get("path")) is { Count: > 0 } paths => new ComposeInclude(paths, node.Span)
            {
                EnvFiles = Texts(node.Get("env_file")),
                ProjectDirectory = Text(node.Get("project_directory")),
            },
            _ => null,
        };

    private static Fact<string> Name(NodeEntry entry) => new(entry.Key, entry.KeySpan);

    // "external: {name: X}" is the older way to say "external: true" and "name: X".
    private static ComposeFlag? External(Node node) =>
        node.Get("external") switch
        {
            MappingNode mapping => new ComposeFlag(true, Template.Of("true", mapping.Span), mapping.Span),
            var flag => Flag(flag),
        };

    private static Template? ActualName(Node node) => Text(node.Get("name") ?? node.Get("external").Get("name"));
}
