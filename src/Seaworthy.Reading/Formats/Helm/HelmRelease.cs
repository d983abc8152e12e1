using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>What an installation is called, and with which values it is made.</summary>
/// <param name="Values">Of files and <c>--set</c>, over the chart's own.</param>
internal sealed record HelmRelease(GoMap Values)
{
    public string Name { get; init; } = "release-name";

    public string Namespace { get; init; } = "default";
}
