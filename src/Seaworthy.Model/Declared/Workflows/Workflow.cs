using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A workflow of GitHub Actions.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions".</remarks>
public sealed record Workflow(SourceFile File) : Artifact(File)
{
    private static readonly NameIndex<WorkflowJob> Ids = new(job => job.Id, StringComparer.OrdinalIgnoreCase);

    public Fact<string>? Name { get; init; }

    public IReadOnlyList<WorkflowTrigger> Triggers { get; init; } = [];

    public PermissionSet? Permissions { get; init; }

    public IReadOnlyList<NamedTemplate> Environment { get; init; } = [];

    public RunDefaults? Defaults { get; init; }

    public Concurrency? Concurrency { get; init; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<WorkflowJob> Jobs { get; init; } = [];

    /// <summary>It has jobs, and no <c>on</c>: GitHub refuses the file, and it never runs.</summary>
    public bool IsUnstarted => Triggers.Count == 0 && Jobs.Count > 0;

    public WorkflowTrigger? Trigger(string eventName) => Triggers.FirstOrDefault(trigger => trigger.Event == eventName);

    public WorkflowJob? Job(string id) => Ids.Find(Jobs, id);
}
