using Seaworthy.Model.Declared.Compose;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Values;
using static Seaworthy.Reading.Readers.Compose.Values.ComposeValues;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>Which secrets or configs a service or build may read, in short and long form.</summary>
internal static class GrantReading
{
    public static IReadOnlyList<ComposeGrant> Grants(Node? node) => [.. (node?.Items ?? []).Select(Grant).OfType<ComposeGrant>()];

    private static ComposeGrant? Grant(Node node) =>
        (node is MappingNode ? node.Get("source") : node)?.Fact is { } source
            ? new ComposeGrant(source, node.Span) { Target = Text(node.Get("target")), Mode = Text(node.Get("mode")) }
            : null;
}
