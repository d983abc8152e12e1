using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Npm;

/// <summary>The <c>exports</c> of package.json, flattened: every file under the subpath that leads to it, whatever the condition.</summary>
/// <remarks>Source: Node.js documentation, "Modules: Packages", section "Package entry points".</remarks>
internal static class PackageExports
{
    private const int DeepestCondition = 20;

    public static IEnumerable<NamedPath> Read(Node? exports)
    {
        if (exports is not MappingNode map || !map.Pairs.Any(pair => pair.Key.StartsWith('.')))
        {
            return Targets(".", exports, 0);
        }

        return map.Pairs.SelectMany(pair => Targets(pair.Key, pair.Value, 0));
    }

    private static IEnumerable<NamedPath> Targets(string subpath, Node? node, int depth) =>
        node switch
        {
            ScalarNode { Text: { } path } => [new NamedPath(subpath, path, node.Span)],
            MappingNode map when depth < DeepestCondition => map.Pairs.SelectMany(pair => Targets(subpath, pair.Value, depth + 1)),
            SequenceNode list when depth < DeepestCondition => list.Elements.SelectMany(item => Targets(subpath, item, depth + 1)),
            _ => [],
        };
}
