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

    public override IEnumerable<Use> Subjects(Deployment deployment)
    {
        var actions = deployment.Of<CompositeAction>().ToLookup(action => action.File.Directory, StringComparer.Ordinal);
        return (
            from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            where job.RunsOn?.IsHosted == true
            let granted = job.Permissions ?? workflow.Permissions
            // The calling workflow decides.
            where granted is not null || workflow.Trigger("workflow_call") is null
            from need in TokenNeed.Of(workflow, job, actions)
            select new Use($"{workflow.File.Name}: {job.Id}", job, granted, need)
        ).Concat(Calls(deployment));
    }

    /// <summary>GitHub does not start a workflow whose called jobs ask for more than the calling job may.</summary>
    /// <remarks>Source: GitHub Docs, "Reuse workflows", "Supported keywords for jobs that call a reusable workflow": permissions can only be the same or reduced.</remarks>
    private static IEnumerable<Use> Calls(Deployment deployment)
    {
        var workflows = deployment.Of<Workflow>().ToDictionary(workflow => workflow.File.Path, StringComparer.Ordinal);
        return from workflow in workflows.Values
            from job in workflow.Jobs
            let granted = job.Permissions ?? workflow.Permissions
            let uses = job.Uses
            where granted is not null && uses is { Kind: ActionReferenceKind.Local }
            let called = workflows.GetValueOrDefault(uses.Path)
            where called is not null
            let asked = Asked(called)
            where asked.Count > 0
            select new Use($"{workflow.File.Name}: {job.Id}", job, granted, new TokenNeed(asked, uses.Path, uses.Span));
    }

    private static List<string> Asked(Workflow called) =>
        [
            .. called
                .Jobs.SelectMany(job => (job.Permissions ?? called.Permissions)?.Scopes ?? [])
                .Where(permission => permission.Access == "write")
                .Select(permission => permission.Scope)
                .Distinct(StringComparer.Ordinal),
        ];

    protected override Subject Identify(Use subject) => new(subject.Job, subject.Need.Span);

    protected override IEnumerable<Verdict> Check(Use subject, Deployment deployment)
    {
        var missing = subject.Need.Scopes.Where(scope => IsMissing(subject.Granted, scope)).ToList();
        if (missing.Count == 0 || subject.Need.Instead is { } other && !IsMissing(subject.Granted, other))
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
