using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A workflow gives its token every permission.</summary>
internal sealed class WritesEverything : Rule<WritesEverything.Granted>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/writes-everything",
            Title = "Excessive token permissions",
            Area = Area.Security,
            Severity = Severity.Low,
            Rationale =
                "Every action and script with this token may push code, publish packages and change releases; a compromised one does.",
            Holds = "The token has only named permissions.",
        };

    public override IEnumerable<WritesEverything.Granted> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from part in workflow
            .Jobs.Select(job => new { Name = $"{workflow.File.Name}: {job.Id}", job.Permissions })
            .Prepend(new { workflow.File.Name, workflow.Permissions })
        let permissions = part.Permissions
        where permissions is not null
        select new Granted(part.Name, permissions);

    protected override Subject Identify(WritesEverything.Granted subject) => new(subject.Name, subject.Permissions.Span);

    protected override IEnumerable<Verdict> Check(WritesEverything.Granted subject, Deployment deployment)
    {
        if (subject.Permissions.All is { Value: "write-all" } all)
        {
            yield return Warn(all.Span, $"{subject.Name} gives its token every permission (`write-all`).")
                .Remedy(
                    $"Grant in {all.Span} only what the steps need: `contents: read`, and for writing for example `packages: write` (images) or `pull-requests: write` (comments)."
                )
                .VerifyGone();
        }
    }

    /// <summary>Permissions, and the workflow or job that gives them.</summary>
    internal sealed record Granted(string Name, PermissionSet Permissions);
}
