using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file that a tool reads in an image asks for a version of the runtime that the image brings.</summary>
/// <param name="Subject">The Dockerfile, with its stage where it has several.</param>
/// <param name="Held">What the base of the stage brings, and the line that names it.</param>
/// <param name="Demand">What is asked for.</param>
/// <param name="By">The command that compares the two, or starts what was built for the other.</param>
public sealed record RuntimeDemand(string Subject, Fact<ImageRuntime> Held, RuntimeRequirement Demand, SourceSpan By)
{
    public required bool IsMet { get; init; }

    /// <summary>What the tool says of it, for the message.</summary>
    public required string Refusal { get; init; }

    /// <summary>The tool that is installed without a version, whose newest release demands it; null when a file does.</summary>
    public string? Newest { get; init; }

    /// <summary>The tool says so and goes on.</summary>
    public bool IsOnlyWarned { get; init; }

    public bool IsForDevelopment { get; init; }
}
