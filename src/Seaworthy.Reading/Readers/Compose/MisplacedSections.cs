using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Shapes;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>Sections of the top level in the column of the services, where Compose takes each for a service of that name.</summary>
internal static class MisplacedSections
{
    private static readonly string[] Names = ["networks", "volumes", "secrets", "configs"];

    public static IReadOnlyList<NodeEntry> In(MappingNode root) => [.. (root["services"]?.Entries ?? []).Where(IsOne)];

    /// <summary>The file as it was meant: what it lacks as it stands follows from the one mistake.</summary>
    public static MappingNode Moved(MappingNode root, IReadOnlyList<NodeEntry> sections) =>
        sections.Count == 0
            ? root
            : new MappingNode(
                [.. root.Pairs.Select(WithoutSections), .. sections.Where(section => root.Find(section.Key) is null)],
                root.Span
            );

    public static Problem Report(NodeEntry section, MappingNode root) =>
        new(
            ProblemKind.InvalidValue,
            $"'{section.Key}' is under 'services', so Compose reads it as a service",
            section.KeySpan,
            root.Find(section.Key)?.KeySpan
        )
        {
            IsOfForm = true,
            Remedy = root.Find(section.Key) is null
                ? $"Move `{section.Key}:` with everything below it to the column of `services:`"
                : $"Move everything below it to `{section.Key}:` at the top level",
        };

    private static bool IsOne(NodeEntry entry) =>
        !entry.IsMerged
        && Names.Contains(entry.Key)
        && entry.Value is MappingNode { Pairs.Count: > 0 } section
        && !ComposeContent.HasOrigin(section)
        && section.Pairs.Any(pair => ServiceShape.Whole.Keys?.ContainsKey(pair.Key) is not true);

    private static NodeEntry WithoutSections(NodeEntry entry) =>
        entry is { Key: "services", Value: MappingNode services }
            ? entry with
            {
                Value = new MappingNode([.. services.Pairs.Where(pair => !IsOne(pair))], services.Span) { Tag = services.Tag },
            }
            : entry;
}
