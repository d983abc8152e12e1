using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Rules.Security;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job signs in to a role that trusts other subjects: branches only where the job has an environment, or another environment.</summary>
internal sealed class TrustedSubjectDiffers : Rule<TrustedSubjectDiffers.SignIn>
{
    private static readonly PerDeployment<List<Fact<string>>> Trusted = new(deployment =>
        [.. WorkflowTrust.In(deployment).SelectMany(trust => trust.Subjects)]
    );

    private const string Environment = "environment:";

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "trusted-subject-differs",
            "Role does not trust job",
            Severity.High,
            "The token of a job with an environment has the subject `repo:OWNER/NAME:environment:NAME`, of another job that of its branch; a role for the other refuses it.",
            "The role accepts the subject of the job.",
            Certainty.Likely
        );

    public override IEnumerable<SignIn> Subjects(Deployment deployment) =>
        Trusted.Of(deployment).Count == 0
            ? []
            : from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            let step = job.Steps.FirstOrDefault(step =>
                step.Uses?.Name == "aws-actions/configure-aws-credentials" && step.Input("role-to-assume") is not null
            )
            where step is not null
            select new SignIn($"{workflow.File.Name}: {job.Id}", job.DeploysTo?.Name, step.Span);

    protected override Subject Identify(SignIn subject) => new(subject.Job, subject.Span);

    protected override IEnumerable<Verdict> Check(SignIn subject, Deployment deployment)
    {
        var trusted = Trusted.Of(deployment);
        if (trusted.Exists(value => MayMatch(Claim(value.Value), subject)))
        {
            yield break;
        }

        var name = subject.Environment?.Literal ?? "*";
        var message = subject.Environment is null
            ? $"{subject.Job} has no environment, so AWS sees the subject of its branch, but the role trusts only `{trusted[0].Value}`."
            : $"{subject.Job} has the environment `{name}`, so AWS sees the subject `…:environment:{name}`, but the role trusts only `{trusted[0].Value}`.";
        var remedy =
            subject.Environment is null && Claim(trusted[0].Value) is var claim && claim.StartsWith(Environment, StringComparison.Ordinal)
                ? $"Add `environment: {claim[Environment.Length..]}` to the job that signs in at {subject.Span}, or its branch to the values in {trusted[0].Span}."
                : $"Add `repo:OWNER/NAME:environment:{name}` to the values in {trusted[0].Span}.";
        yield return Fail(subject.Environment?.Span ?? subject.Span, message)
            .Related(trusted[0].Span)
            .Related(subject.Span, "signs in here")
            .Remedy(remedy)
            .VerifyOneGone();
    }

    /// <summary>What stands behind <c>repo:OWNER/NAME:</c>; a star where the whole is computed.</summary>
    private static string Claim(string subject) => subject.Split(':', 3) is ["repo", _, var claim] ? claim : "*";

    private static bool MayMatch(string claim, SignIn subject)
    {
        var isOfEnvironment = claim.StartsWith(Environment, StringComparison.Ordinal);
        return subject.Environment is null ? !isOfEnvironment
            : claim.StartsWith("ref:refs/", StringComparison.Ordinal) || claim == "pull_request" ? false
            : !isOfEnvironment
                || subject.Environment.Literal is not { } name
                || claim.AsSpan().IndexOfAny('*', '?', '…') >= 0
                || claim[Environment.Length..].Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A job that signs in to AWS.</summary>
    internal sealed record SignIn(string Job, ExpressionTemplate? Environment, SourceSpan Span);
}
