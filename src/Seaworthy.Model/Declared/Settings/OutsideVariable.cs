using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>A variable that the platform gives.</summary>
/// <param name="Workload">To whom; null for all.</param>
/// <param name="Span">Where it is told.</param>
public sealed record OutsideVariable(string? Workload, string Name, SourceSpan Span)
{
    public bool IsFor(string workload) => Workload is null || Workload == workload;
}
