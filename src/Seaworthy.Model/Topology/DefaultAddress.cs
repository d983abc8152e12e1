namespace Seaworthy.Model.Topology;

/// <summary>An address on the machine itself that code falls back to where nothing gives the workload the variable that says another.</summary>
/// <param name="Use">The variable.</param>
/// <param name="Address">As the code has it, with the port: <c>localhost:6379</c>.</param>
/// <param name="Meant">The one workload of the target that answers on that port, or publishes it.</param>
public sealed record DefaultAddress(VariableUse Use, string Address, Workload Meant)
{
    /// <summary>The workload is given the variable, and the default never applies.</summary>
    public bool IsOverridden => Use.Supply is not null;

    /// <summary>The variable is read where a condition holds, and perhaps not in this workload.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The workload is given the address of the one that is meant in another way.</summary>
    public bool IsGivenOtherwise { get; init; }
}
