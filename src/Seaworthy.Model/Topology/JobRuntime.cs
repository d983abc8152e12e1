using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A command of a job reads a file that asks for a version of the runtime that the job has.</summary>
/// <param name="Subject">Who runs it: <c>ci.yml: build</c>.</param>
/// <param name="Held">The runtime, and the line that names it: the version of a step that sets it up, or the machine.</param>
/// <param name="Demand">What is asked for.</param>
/// <param name="By">The command.</param>
public sealed record JobRuntime(string Subject, Fact<ImageRuntime> Held, RuntimeRequirement Demand, SourceSpan By)
{
    public required bool IsMet { get; init; }

    /// <summary>What the tool says of it, for the message.</summary>
    public required string Refusal { get; init; }

    /// <summary>The machine whose own runtime it is; null when a step sets it up.</summary>
    public RunnerJava? Machine { get; init; }
}
