using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job on a hosted runner applies a Terraform configuration without a remote backend: its state is deleted with the machine.</summary>
/// <remarks>Source: Terraform documentation, "Backend block", "Default backend"; GitHub documentation, "GitHub-hosted runners".</remarks>
internal sealed class TerraformStateLost : Rule<TerraformApply>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "terraform-state-lost",
            "Terraform state without backend",
            Severity.High,
            "The runner is deleted with terraform.tfstate. The next run creates everything again, or stops at names that exist; nothing can be changed or destroyed.",
            "Jobs keep the state of Terraform outside of the runner.",
            Certainty.Likely
        );

    public override IEnumerable<TerraformApply> Subjects(Deployment deployment) => deployment.All<TerraformApply>();

    protected override Subject Identify(TerraformApply subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(TerraformApply subject, Deployment deployment)
    {
        if (subject.KeptBy is not null)
        {
            yield break;
        }

        var place = subject.Directory.Length == 0 ? "the root" : $"{subject.Directory}/";
        if (subject.UnknownBecause is { } reason)
        {
            yield return Unknown(subject.Span, $"unknown whether the state of `{subject.Verb}` in {place} is kept: {reason}.");
            yield break;
        }

        var declared = subject.Local is null ? "declares no backend" : "declares a local backend";
        yield return Fail(
                subject.Span,
                $"{subject.Subject} runs `{subject.Verb}`, but {place} {declared}: the state of `{subject.Resource.Value}` is lost with the runner."
            )
            .Related(subject.Local ?? subject.Resource.Span)
            .Related(subject.Ignored, "ignored outside of the root module")
            .Remedy(Remedy(subject))
            .Verify(
                $"git grep -nE {"^[[:space:]]*(cloud |backend \"[^l])"} -- {(subject.Directory.Length == 0 ? "*.tf" : subject.Directory)}   # must find it"
            );
    }

    private static string Remedy(TerraformApply subject)
    {
        var block = $"`backend \"{subject.UsualBackend}\"`";
        var change = subject.Local is { } local
            ? $"Replace `backend \"local\"` in {local} with {block} or `cloud`"
            : $"Add {block} or `cloud` to a `terraform` block in {subject.Resource.Span.File.Path}";
        return $"{change}, then bring existing resources into the state with `terraform import`.";
    }
}
