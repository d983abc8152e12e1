using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>A variable that the platform sets.</summary>
/// <param name="Workload">The workload for which it is set; null for all.</param>
/// <param name="Span">The place of the statement.</param>
public sealed record OutsideVariable(string? Workload, string Name, SourceSpan Span)
{
    public bool IsFor(string workload) => Workload is null || Workload == workload;
}
