using System.Collections;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>
/// What one workload reads, where others read the same and are given the same: thousands of services may run one program with thousands of variables. What is said of a variable is kept once, and is made
/// the workload's own as it is asked for.
/// </summary>
internal sealed class SharedUses(Workload workload, IReadOnlyList<VariableUse> said) : IReadOnlyList<VariableUse>
{
    public int Count => said.Count;

    public VariableUse this[int index] => Own(said[index]);

    public IEnumerator<VariableUse> GetEnumerator() => said.Select(Own).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether two say the same but for the workload. What was read from files is the same only if it is at one place.</summary>
    public static bool AreSame(VariableUse one, VariableUse other) =>
        ReferenceEquals(one.Supply, other.Supply)
        && ReferenceEquals(one.Promised, other.Promised)
        && ReferenceEquals(one.Near, other.Near)
        && ReferenceEquals(one.Documented, other.Documented)
        && one.IsLoaded == other.IsLoaded
        && one.MayBeReplacedAtStart == other.MayBeReplacedAtStart
        && one.MayRunOnServer == other.MayRunOnServer
        && one.UndecidedBecause == other.UndecidedBecause
        && one.FixedAt == other.FixedAt
        && one.Reads.SequenceEqual<object>(other.Reads, ReferenceEqualityComparer.Instance);

    private VariableUse Own(VariableUse use) => ReferenceEquals(use.Workload, workload) ? use : use with { Workload = workload };
}
