namespace Seaworthy.Model.Topology;

/// <summary>The variables of one workload from both sides: those that its code reads, and those that are set and never read.</summary>
/// <param name="Unread">Given, and named by no text that could read it. Names that frameworks and libraries read by themselves are left out.</param>
public sealed record WorkloadVariables(Workload Workload, IReadOnlyList<VariableUse> Uses, IReadOnlyList<SuppliedVariable> Unread)
{
    /// <summary>Set for an application whose frameworks may read any name, although none of its files mentions this one.</summary>
    public IReadOnlyList<SuppliedVariable> Unmentioned { get; init; } = [];
}
