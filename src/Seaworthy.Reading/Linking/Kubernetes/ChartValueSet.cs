using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Helm;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>One way in which a chart may be installed.</summary>
/// <param name="Name">What gives the values, as a person would name it; empty for the chart's own values alone.</param>
internal sealed record ChartValueSet(string Name, HelmRelease Release)
{
    /// <summary>Files of values besides the chart's own.</summary>
    public IReadOnlyList<SourceFile> Files { get; init; } = [];

    public TargetEnvironment Environment { get; init; }

    /// <summary>For a set that a command gives.</summary>
    public CommandValues? Given { get; init; }

    /// <summary>A value is known only when the command runs.</summary>
    public bool HasUnknownValues { get; init; }

    /// <summary>A command of the repository installs it so.</summary>
    public bool IsInstalled { get; init; }
}
