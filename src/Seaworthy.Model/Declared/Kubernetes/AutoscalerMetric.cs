using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>What an autoscaler looks at.</summary>
/// <param name="Name"><c>cpu</c>, <c>memory</c>, or the name of another metric.</param>
public sealed record AutoscalerMetric(Fact<string> Type, Fact<string>? Name, SourceSpan Span);
