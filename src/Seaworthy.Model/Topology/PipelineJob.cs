using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A job: its steps in order, and whether it can run at all.</summary>
/// <param name="Needs">Ids of the jobs that must end first.</param>
public sealed record PipelineJob(string Id, IReadOnlyList<string> Needs, IReadOnlyList<PipelineStep> Steps, SourceSpan Span)
{
    /// <summary>A step of it deploys, and the job can run.</summary>
    public bool Deploys => NeverRunsBecause is null && Steps.Any(step => step.Intents.Contains(StepIntent.Deploy));

    /// <summary>Why it never runs, with the places that exclude each other; null when it can or nobody can tell.</summary>
    public Fact<string>? NeverRunsBecause { get; init; }

    public IReadOnlyList<SourceSpan> NeverRunsPlaces { get; init; } = [];

    /// <summary>It never runs only because a job that it needs never runs; the finding is reported there.</summary>
    public bool NeverRunsByNeed { get; init; }

    /// <summary>Why it is skipped on each push that its condition asks for, while it may run otherwise; null when it is not.</summary>
    public Fact<string>? SkippedBecause { get; init; }

    /// <summary>The places that exclude each other on such a push.</summary>
    public IReadOnlyList<SourceSpan> SkippedPlaces { get; init; } = [];

    /// <summary>The environment it deploys to, when the pipeline names one.</summary>
    public Fact<string>? DeploysTo { get; init; }

    /// <summary>The image of a job of GitLab; null for other systems, and for what the runner chooses.</summary>
    public Fact<string>? Image { get; init; }

    /// <summary>The entry point of that image is given the script.</summary>
    public bool KeepsEntrypoint { get; init; }

    /// <summary>What starts it at a push to any branch; null where something chooses among them, or the file does not tell.</summary>
    public SourceSpan? AnyBranchAt { get; init; }
}
