using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A job of a workflow: steps on a runner, or the call of a reusable workflow.</summary>
/// <param name="Span">The job's id.</param>
public sealed record WorkflowJob(string Id, SourceSpan Span)
{
    private static readonly NameIndex<WorkflowStep> Ids = new(step => step.Id?.Value, StringComparer.OrdinalIgnoreCase);

    public ExpressionTemplate? Name { get; init; }

    public RunnerSelection? RunsOn { get; init; }

    /// <summary>Ids of the jobs that must end before.</summary>
    public IReadOnlyList<Fact<string>> Needs { get; init; } = [];

    public Condition? If { get; init; }

    public DeploymentEnvironment? DeploysTo { get; init; }

    public JobMatrix? Matrix { get; init; }

    public JobContainer? Container { get; init; }

    public IReadOnlyList<JobService> Services { get; init; } = [];

    public IReadOnlyList<NamedTemplate> Environment { get; init; } = [];

    public RunDefaults? Defaults { get; init; }

    public PermissionSet? Permissions { get; init; }

    public Concurrency? Concurrency { get; init; }

    public IReadOnlyList<NamedTemplate> Outputs { get; init; } = [];

    public ExpressionTemplate? TimeoutMinutes { get; init; }

    public ExpressionTemplate? ContinueOnError { get; init; }

    /// <summary>The reusable workflow that the job calls.</summary>
    public ActionReference? Uses { get; init; }

    /// <summary>Inputs for the reusable workflow.</summary>
    public IReadOnlyList<NamedTemplate> With { get; init; } = [];

    /// <summary>Secrets for the reusable workflow.</summary>
    public IReadOnlyList<NamedTemplate> Secrets { get; init; } = [];

    /// <summary><c>secrets: inherit</c>.</summary>
    public bool InheritsSecrets { get; init; }

    public IReadOnlyList<WorkflowStep> Steps { get; init; } = [];

    public WorkflowStep? Step(string id) => Ids.Find(Steps, id);
}
