using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>A chart with everything in it: templates, values, files, and the charts in its <c>charts/</c>.</summary>
/// <remarks>Helm documentation, "Charts"; helm.sh/helm/v4/pkg/chart/v2.</remarks>
internal sealed class HelmPackage
{
    /// <summary>Under which its values are known: the alias of a dependency, or its own.</summary>
    public required string Name { get; init; }

    public string Version { get; init; } = "";

    /// <summary><c>.Chart</c>, without what depends on where it stands.</summary>
    public GoMap Metadata { get; init; } = new();

    public bool IsLibrary { get; init; }

    public GoMap Values { get; init; } = new();

    public IReadOnlyList<HelmFile> Templates { get; init; } = [];

    public IReadOnlyList<HelmFile> Files { get; init; } = [];

    public IReadOnlyList<HelmDependencyEntry> Dependencies { get; init; } = [];

    public IReadOnlyList<HelmPackage> Charts { get; init; } = [];

    /// <summary>Dependencies that lie in no directory of <c>charts/</c>: Helm refuses the chart until they are fetched.</summary>
    public IEnumerable<HelmDependencyEntry> Absent => Dependencies.Where(entry => !Charts.Any(chart => chart.Name == entry.Name));

    public HelmPackage With(string? name = null, GoMap? values = null, IReadOnlyList<HelmPackage>? charts = null, GoMap? metadata = null) =>
        new()
        {
            Name = name ?? Name,
            Version = Version,
            Metadata = metadata ?? Metadata,
            IsLibrary = IsLibrary,
            Values = values ?? Values,
            Templates = Templates,
            Files = Files,
            Dependencies = Dependencies,
            Charts = charts ?? Charts,
        };
}
