using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>An Alertmanager's configuration: who receives alerts.</summary>
/// <remarks>Alertmanager documentation, "Configuration".</remarks>
public sealed record AlertmanagerConfig(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<AlertReceiver> Receivers { get; init; } = [];

    /// <summary>Every receiver that a route names; the first is that of the root.</summary>
    public IReadOnlyList<Fact<string>> RoutedReceivers { get; init; } = [];

    /// <summary>Holes in values. It has no variables of the environment: what is written is the value.</summary>
    public IReadOnlyList<EnvironmentHole> EnvironmentHoles { get; init; } = [];

    /// <summary>Paths or patterns of template files.</summary>
    public IReadOnlyList<Fact<string>> Templates { get; init; } = [];
}
