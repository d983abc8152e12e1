using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A variable that the addresses of a Caddyfile are made of, in the container that runs with it.</summary>
/// <param name="Workload">Whose container.</param>
/// <param name="Name">The variable.</param>
/// <param name="Span"><c>{$NAME:default}</c>.</param>
public sealed record CaddyVariable(Workload Workload, string Name, SourceSpan Span)
{
    /// <summary>What stands behind the colon; null without one.</summary>
    public string? Default { get; init; }

    /// <summary>The container has it.</summary>
    public bool IsSupplied { get; init; }

    /// <summary>Why the container may have more variables than the tree tells; null when it has these alone.</summary>
    public string? MoreBecause { get; init; }
}
