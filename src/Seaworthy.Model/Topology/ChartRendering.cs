using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A Helm chart as its templates render, with its own values and with each other set of values of the tree.</summary>
/// <param name="Chart">All of whose own templates are in the tree.</param>
public sealed record ChartRendering(HelmChart Chart)
{
    /// <summary>Where Helm stops, whichever set of values it is given; null when it renders the chart with one of them.</summary>
    public ChartFault? Fault { get; init; }

    /// <summary>Every chart that it takes in is in the tree; otherwise what needs them is left out.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>With how many sets of values it was rendered.</summary>
    public int ValueSets { get; init; } = 1;

    /// <summary>Its objects, by each set of values that it may be installed with.</summary>
    public IReadOnlyList<KubernetesStack> Stacks { get; init; } = [];

    /// <summary>Its objects with every switch on that its values leave off (<c>ingress.enabled</c>): what its users may ask for. No target consists of them.</summary>
    public IReadOnlyList<KubernetesStack> Optional { get; init; } = [];

    /// <summary>Switches of its values, <c>hooks.migrate.enabled</c>, that change nothing of what is rendered.</summary>
    public IReadOnlyList<Fact<string>> UnreadSwitches { get; init; } = [];

    /// <summary>Lists and mappings of its values that templates print as text.</summary>
    public IReadOnlyList<ChartStructure> Structures { get; init; } = [];

    /// <summary>What commands set.</summary>
    public IReadOnlyList<GivenChartValue> GivenValues { get; init; } = [];

    /// <summary>What is wrong with the rendered text, and what the API refuses of its objects: each at its place in a template.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
