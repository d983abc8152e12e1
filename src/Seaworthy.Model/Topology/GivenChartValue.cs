using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A value that a command gives to a chart: <c>--set image.tag=1.4.2</c>.</summary>
/// <param name="IsRead">With other values in its place the chart is rendered otherwise.</param>
/// <param name="Command">The command that gives it.</param>
public sealed record GivenChartValue(Fact<string> Path, bool IsRead, SourceSpan Command);
