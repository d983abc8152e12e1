using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Rules.Security;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job with an environment signs in to a role that trusts branches only.</summary>
internal sealed class TrustedSubjectDiffers : Rule<TrustedSubjectDiffers.SignIn>
{
    private static readonly PerDeployment<List<HclExpression.Literal>> Trusted = new(deployment =>
        [.. WorkflowTrust.In(deployment).SelectMany(trust => trust.Subjects)]
    );

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "trusted-subject-differs",
            "Role does not trust job",
            Severity.High,
            "The token of a job with an environment has the subject `repo:OWNER/NAME:environment:NAME`; a role that accepts only `ref:` refuses it.",
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
            let environment = job.DeploysTo
            where step is not null && environment is not null
            select new SignIn($"{workflow.File.Name}: {job.Id}", environment.Name, step.Span);

    protected override Subject Identify(SignIn subject) => new(subject.Job, subject.Span);

    protected override IEnumerable<Verdict> Check(SignIn subject, Deployment deployment)
    {
        var trusted = Trusted.Of(deployment);
        if (trusted.TrueForAll(value => value.Text.Contains(":ref:refs/", StringComparison.Ordinal)))
        {
            var name = subject.Environment.Literal ?? "*";
            yield return Fail(
                    subject.Environment.Span,
                    $"{subject.Job} has the environment `{name}`, so AWS sees the subject `…:environment:{name}`, but the role trusts only `{trusted[0].Text}`."
                )
                .Related(trusted[0].Span)
                .Related(subject.Span, "signs in here")
                .Remedy($"Add `repo:OWNER/NAME:environment:{name}` to the values in {trusted[0].Span}.")
                .VerifyOneGone();
        }
    }

    /// <summary>A job with an environment that signs in to AWS.</summary>
    internal sealed record SignIn(string Job, ExpressionTemplate Environment, SourceSpan Span);
}
