using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Values;
using static Seaworthy.Reading.Readers.Compose.Values.ComposeValues;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>The <c>build</c> of a service.</summary>
/// <remarks>Source: the Compose specification, "Compose Build Specification".</remarks>
internal static class BuildReading
{
    public static ComposeBuild? Build(Node? node, SourceSpan span) =>
        node switch
        {
            ScalarNode { IsNull: false } => new ComposeBuild(span) { Context = Text(node), IsShort = true },
            MappingNode mapping => Long(mapping, span),
            _ => null,
        };

    private static ComposeBuild Long(MappingNode node, SourceSpan span) =>
        new(span)
        {
            Context = Text(node.Get("context")),
            Dockerfile = Text(node.Get("dockerfile")),
            DockerfileInline = (node.Get("dockerfile_inline") as ScalarNode)?.Mapped,
            Target = Text(node.Get("target")),
            Args = Pairs(node.Get("args")),
            AdditionalContexts = Pairs(node.Get("additional_contexts")),
            Labels = Pairs(node.Get("labels")),
            Ssh = Pairs(node.Get("ssh")),
            ExtraHosts = Pairs(node.Get("extra_hosts"), '=', ':'),
            Secrets = GrantReading.Grants(node.Get("secrets")),
            Platforms = Texts(node.Get("platforms")),
            CacheFrom = Texts(node.Get("cache_from")),
            CacheTo = Texts(node.Get("cache_to")),
            Tags = Texts(node.Get("tags")),
            Network = Text(node.Get("network")),
            NoCache = Flag(node.Get("no_cache")),
            Pull = Flag(node.Get("pull")),
        };
}
