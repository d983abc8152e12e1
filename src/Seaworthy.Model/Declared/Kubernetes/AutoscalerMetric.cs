using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>What an autoscaler looks at.</summary>
/// <param name="Name"><c>cpu</c>, <c>memory</c>, or the name of another metric.</param>
public sealed record AutoscalerMetric(Fact<string> Type, Fact<string>? Name, SourceSpan Span)
{
    /// <summary>A share of what the containers request, so that they must request something.</summary>
    public bool IsUtilization { get; init; }
}
