using System.Collections.Concurrent;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Components by where they begin and which files are theirs: an image is held against those that its paths concern, not against all.</summary>
internal sealed class ComponentRoots
{
    private readonly PathOrder<Component> order;
    private readonly Dictionary<string, List<Component>> at = new(StringComparer.Ordinal);
    private readonly Dictionary<Component, Sources> sources = new(ReferenceEqualityComparer.Instance);

    // Many images copy the same paths of one context, and get the same components: one list for all of them.
    private readonly ConcurrentDictionary<string, IReadOnlyList<Component>> shared = new(StringComparer.Ordinal);

    public ComponentRoots(IEnumerable<Component> components)
    {
        foreach (var component in components)
        {
            if (!at.TryGetValue(component.Root, out var here))
            {
                at.Add(component.Root, here = []);
            }

            here.Add(component);
            sources.TryAdd(component, new Sources(component, sources.Count));
        }

        order = new PathOrder<Component>(sources.Keys, component => component.Root);
    }

    public Component? At(string root) => at.TryGetValue(root, out var here) ? here[0] : null;

    /// <summary>Those that begin at a path or above it.</summary>
    public IEnumerable<Component> Above(string path) =>
        RepositoryPath.Ancestors(path).SelectMany(directory => at.GetValueOrDefault(directory) ?? []);

    /// <summary>Those that begin at a path or below it.</summary>
    public IEnumerable<Component> Below(string path) =>
        path.Length == 0 ? order.Below("") : (at.GetValueOrDefault(path) ?? []).Concat(order.Below(path));

    /// <summary>Each once, in the order of the deployment.</summary>
    public List<Component> InOrder(IEnumerable<Component> components) =>
        [.. components.Distinct<Component>(ReferenceEqualityComparer.Instance).OrderBy(component => sources[component].Number)];

    public bool HasSource(Component component, string directory) => sources[component].Directories.Contains(directory);

    public bool HasCode(Component component, string path) => sources[component].Code.Contains(path);

    public bool HasManifest(Component component, string path) => sources[component].Manifests.Contains(path);

    public IReadOnlyList<Component> Shared(string key, Func<IReadOnlyList<Component>> make) => shared.GetOrAdd(key, _ => make());

    private sealed class Sources(Component component, int number)
    {
        public int Number => number;

        private readonly Lazy<HashSet<string>> code = new(() =>
            component.Code.Select(file => file.File.Path).ToHashSet(StringComparer.Ordinal)
        );

        private readonly Lazy<HashSet<string>> manifests = new(() =>
            component.Manifests.Select(manifest => manifest.File.Path).ToHashSet(StringComparer.Ordinal)
        );

        private readonly Lazy<HashSet<string>> directories = new(() =>
            component
                .Code.Select(file => file.File.Directory)
                .Distinct(StringComparer.Ordinal)
                .SelectMany(RepositoryPath.Ancestors)
                .ToHashSet(StringComparer.Ordinal)
        );

        public HashSet<string> Code => code.Value;

        public HashSet<string> Manifests => manifests.Value;

        /// <summary>Every directory with source somewhere below.</summary>
        public HashSet<string> Directories => directories.Value;
    }
}
