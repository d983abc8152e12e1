using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A workload waits for another.</summary>
/// <param name="Condition"><c>service_started</c>, <c>service_healthy</c>, <c>service_completed_successfully</c>.</param>
/// <param name="On">The workload, when the target has it.</param>
public sealed record DependencyUse(string Name, string Condition, Workload? On, SourceSpan Span);
