using Seaworthy.Model.Declared.DotEnv;

namespace Seaworthy.Model.Topology;

/// <summary>An address on the machine itself in the template of a workload's env file, which the workload gets with a copy of the template.</summary>
/// <param name="Use">The variable.</param>
/// <param name="Line">Of the template.</param>
/// <param name="Address">With the port: <c>localhost:5432</c>.</param>
/// <param name="Meant">The one workload of the target that answers on that port, or publishes it.</param>
public sealed record PromisedAddress(VariableUse Use, EnvEntry Line, string Address, Workload Meant)
{
    /// <summary>The workload is given the variable otherwise, and the template's line never applies.</summary>
    public bool IsOverridden => Use.Supply is { } supply && !(supply.Value.Text is null or "" && supply.Span.Mentions($"${{{Use.Name}"));

    /// <summary>The workload is given the address of the one that is meant in another variable.</summary>
    public bool IsGivenOtherwise { get; init; }
}
