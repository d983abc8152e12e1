using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>The paths that a chart's values have, found by what is above and below them: templates take thousands.</summary>
internal sealed class HelmPaths
{
    private readonly HashSet<string> known;
    private readonly HashSet<string> above;
    private readonly Dictionary<string, List<HelmValue>> byParent;

    /// <param name="main">The chart's own values.</param>
    /// <param name="known">Every path that something defines.</param>
    public HelmPaths(HelmValues main, IEnumerable<string> known)
    {
        Main = main;
        this.known = known.ToHashSet(StringComparer.Ordinal);
        above = this.known.SelectMany(Above).ToHashSet(StringComparer.Ordinal);
        byParent = main
            .Values.GroupBy(value => value.Path[..(value.Path.LastIndexOf('.') + 1)], StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.ToList(), StringComparer.Ordinal);
    }

    public HelmValues Main { get; }

    /// <summary>The path itself, something below it, or something above it whose content is left open.</summary>
    public bool Define(string path) => Prefixes(path).Any(known.Contains) || above.Contains(path);

    /// <param name="parent">With its point at the end; empty for the top.</param>
    public IReadOnlyList<HelmValue> DirectlyBelow(string parent) => byParent.GetValueOrDefault(parent) ?? [];

    public static IEnumerable<string> Prefixes(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            yield return path[..end];
        }
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            yield return path[..dot];
        }
    }
}
