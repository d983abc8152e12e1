using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step needs a permission that the token of its job does not have.</summary>
internal sealed class TokenPermissionMissing : Rule<TokenPermissionMissing.Use>
{
    // Nobody has it unless it is written down; the others depend on a setting of the repository where nothing is written.
    private const string Identity = "id-token";

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "token-permission-missing",
            "Missing token permission",
            Severity.High,
            "GitHub rejects the request and the job fails: nothing is deployed or published.",
            "The token of the job has every permission that its steps need.",
            Certainty.Likely
        );

    public override IEnumerable<Use> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job.RunsOn?.IsHosted == true
        let granted = job.Permissions ?? workflow.Permissions
        // The calling workflow decides.
        where granted is not null || workflow.Trigger("workflow_call") is null
        from need in TokenNeed.Of(workflow, job)
        select new Use($"{workflow.File.Name}: {job.Id}", job, granted, need);

    protected override Subject Identify(Use subject) => new(subject.Job, subject.Need.Span);

    protected override IEnumerable<Verdict> Check(Use subject, Deployment deployment)
    {
        var missing = subject.Need.Scopes.Where(scope => IsMissing(subject.Granted, scope)).ToList();
        if (missing.Count == 0)
        {
            yield break;
        }

        var names = string.Join(" and ", missing);
        var why = subject.Granted is { } granted ? $"`permissions` in {granted.Span} does not grant it" : "only `permissions` can grant it";
        var message = $"{subject.Job} uses {subject.Need.What}, which needs write access to {names}, but {why}";
        yield return (
            subject.Need.IsIgnored
                ? Warn(subject.Need.Span, $"{message}. The job ignores the failed step.")
                : Fail(subject.Need.Span, message + ".")
        )
            .Related(subject.Granted?.Span)
            .Remedy(
                subject.Granted is null
                    ? $"Give the job at {subject.Declared.Span} `permissions` with `contents: read` and write access to {names}."
                    : $"Add write access to {names} in {subject.Granted.Span}."
            )
            .Verify($"git grep -nE {": *write(-all)?$"} -- {subject.Need.Span.File.Path}   # must name {names}");
    }

    private static bool IsMissing(PermissionSet? granted, string scope) =>
        granted is null ? scope == Identity
        : granted.All is { } all ? all.Value == "read-all"
        : !granted.Scopes.Any(permission => permission.Scope == scope && permission.Access is not ("read" or "none"));

    /// <summary>A need of a step, and what its job may do; null where nothing says.</summary>
    internal sealed record Use(string Job, WorkflowJob Declared, PermissionSet? Granted, TokenNeed Need);
}
