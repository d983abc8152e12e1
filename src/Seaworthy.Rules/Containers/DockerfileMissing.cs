using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A build names a Dockerfile that is not there.</summary>
internal sealed class DockerfileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/dockerfile-missing",
            Title = "Build of a Dockerfile that does not exist",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Without its Dockerfile the image cannot be built, and whatever runs it cannot start.",
            Holds = "The Dockerfile that is built exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.Dockerfile];

    protected override string Names(PathUse use) => $"{use.Subject} builds {use.Answer.Looked}";

    protected override bool IsCertain(PathUse use) => base.IsCertain(use) && use.ToldAt is null;

    protected override string Consequence(PathUse use) =>
        use.ToldAt is { } place ? $"the build cannot begin until somebody did what {place} says" : "the build cannot begin";

    // However many files build it, one thing is to be put there.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        use.Answer.Presence == Presence.Absent ? MissingPath.Cause(use, tree) : base.OneCause(use, tree);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PathUse> subject, Deployment deployment) =>
        base.Check(subject, deployment)
            .Select(verdict =>
                verdict.Remediation is { } remedy && IsInEmptyWorkspace(subject[0].Span, deployment)
                    ? verdict.Remedy(
                        $"{remedy.TrimEnd('.')}, and put `- uses: actions/checkout@v5` before that step: its job fetches no file of the repository."
                    )
                    : verdict
            );

    /// <summary>A command of a job that begins with nothing and checks nothing out: no Dockerfile would be found, wherever it is.</summary>
    private static bool IsInEmptyWorkspace(SourceSpan place, Deployment deployment) =>
        deployment
            .At<Workflow>(place.File.Path)
            ?.Jobs.Any(job =>
                job.RunsOn is { IsHosted: true }
                && job.Steps.SelectMany(step => step.Run?.Commands ?? []).Any(command => command.Span.Holds(place))
                && !job.Steps.Any(step => step.Uses?.Name == "actions/checkout")
            )
            is true;

    protected override string Remedy(IReadOnlyList<PathUse> uses, Deployment deployment) =>
        uses[0].Answer.Presence == Presence.Absent
            ? AbsentService.Remedy(uses[0], deployment) ?? RunsOfMatrix.Remedy(uses, deployment) ?? OtherDockerfile.Remedy(uses, deployment)
            : base.Remedy(uses, deployment);
}
