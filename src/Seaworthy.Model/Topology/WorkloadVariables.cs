namespace Seaworthy.Model.Topology;

/// <summary>The variables of one workload from both sides: what its code reads, and what it is given that nothing reads.</summary>
/// <param name="Unread">Given, and named by no text that could read it. Names that frameworks and libraries read by themselves are left out.</param>
public sealed record WorkloadVariables(Workload Workload, IReadOnlyList<VariableUse> Uses, IReadOnlyList<SuppliedVariable> Unread)
{
    /// <summary>Given to an application whose frameworks may read any name, while no text of it speaks of this one.</summary>
    public IReadOnlyList<SuppliedVariable> Unmentioned { get; init; } = [];
}
