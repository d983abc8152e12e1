using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>One event under <c>on</c>. A filter that is null was not written.</summary>
/// <param name="Span">The event's name.</param>
public sealed record WorkflowTrigger(string Event, SourceSpan Span)
{
    public IReadOnlyList<Fact<string>>? Branches { get; init; }

    public IReadOnlyList<Fact<string>>? BranchesIgnore { get; init; }

    public IReadOnlyList<Fact<string>>? Tags { get; init; }

    public IReadOnlyList<Fact<string>>? TagsIgnore { get; init; }

    public IReadOnlyList<Fact<string>>? Paths { get; init; }

    public IReadOnlyList<Fact<string>>? PathsIgnore { get; init; }

    /// <summary>Activity types: <c>opened</c>, <c>published</c>…</summary>
    public IReadOnlyList<Fact<string>>? Types { get; init; }

    /// <summary>Names of the workflows that <c>workflow_run</c> follows.</summary>
    public IReadOnlyList<Fact<string>> Workflows { get; init; } = [];

    /// <summary>Inputs of <c>workflow_dispatch</c> and <c>workflow_call</c>.</summary>
    public IReadOnlyList<WorkflowInput> Inputs { get; init; } = [];

    /// <summary>The first branch that both name; null when there is none, or one of them names no branches.</summary>
    public string? NamedBranchWith(WorkflowTrigger other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Branches
            ?.Select(branch => branch.Value)
            .FirstOrDefault(branch => other.Branches?.Any(found => found.Value == branch) == true);
    }

    /// <summary>Outputs of <c>workflow_call</c>.</summary>
    public IReadOnlyList<NamedTemplate> Outputs { get; init; } = [];

    /// <summary>Secrets of <c>workflow_call</c>.</summary>
    public IReadOnlyList<WorkflowSecret> Secrets { get; init; } = [];
}
