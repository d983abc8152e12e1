using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A build names a Dockerfile that does not exist.</summary>
internal sealed class DockerfileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/dockerfile-missing",
            Title = "Missing Dockerfile",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The image cannot be built, and nothing that runs it can start.",
            Holds = "The Dockerfile exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.Dockerfile];

    protected override string Names(PathUse use) => $"{use.Subject} builds {use.Answer.Looked}";

    protected override string Reason(PathUse use) => use.Answer.Presence == Presence.Absent ? "that file does not exist" : base.Reason(use);

    protected override bool IsCertain(PathUse use) => base.IsCertain(use) && use.ToldAt is null;

    protected override string Consequence(PathUse use) =>
        use.ToldAt is { } place ? $"the build cannot start until someone follows {place}" : "the build cannot start";

    // However many files build it, one Dockerfile is missing.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        use.Answer.Presence == Presence.Absent ? MissingPath.Cause(use, tree) : base.OneCause(use, tree);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PathUse> subject, Deployment deployment) =>
        base.Check(subject, deployment)
            .Select(verdict =>
                verdict.Verification is not null && RunsOfMatrix.ValuesOf(subject[0], deployment).ToList() is [var value, ..] values
                    ? verdict
                        .Related(values, "the value of the matrix")
                        .Verify(TreeCheck.GoneOr(value, $"git ls-files --error-unmatch {subject[0].Answer.Looked}"))
                    : verdict
            )
            .Select(verdict =>
                verdict.Remediation is { } remedy && IsInEmptyWorkspace(subject[0].Span, deployment)
                    ? verdict.Remedy(
                        $"{remedy.TrimEnd('.')}, and add `- uses: actions/checkout@v5` before that step: its job has no checkout."
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
