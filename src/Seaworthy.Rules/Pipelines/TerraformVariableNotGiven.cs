using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job runs Terraform without a value for a variable.</summary>
internal sealed class TerraformVariableNotGiven : Rule<TerraformRun>
{
    private const int MostNamed = 6;

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "terraform-variable-not-given",
            "Unset Terraform variable",
            Severity.High,
            "A job cannot answer the prompt: Terraform stops with `No value for required variable`, and nothing is planned or applied.",
            "Every variable of the configuration has a value or a default when a job runs it.",
            Certainty.Likely
        );

    public override IEnumerable<TerraformRun> Subjects(Deployment deployment) => deployment.All<TerraformRun>();

    protected override Subject Identify(TerraformRun subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(TerraformRun subject, Deployment deployment)
    {
        if (subject.Missing.Count == 0)
        {
            yield break;
        }

        var names = NameList.Of([.. subject.Missing.Select(variable => variable.Value)], MostNamed);
        var place = subject.Directory.Length == 0 ? "the repository root" : subject.Directory;
        if (subject.UnknownBecause is { } reason)
        {
            yield return Unknown(subject.Span, $"unknown whether `{subject.Verb}` in {place} gets a value for {names}: {reason}.");
            yield break;
        }

        yield return Fail(subject.Span, $"{subject.Subject} runs `{subject.Verb}` in {place}, but nothing sets {names}.")
            .Related(subject.Missing.Take(MostNamed).Select(variable => variable.Span))
            .Remedy(
                $"Set `TF_VAR_{subject.Missing[0].Value}` in the `env` of the job (from `vars` or `secrets`), or give it a `default` in {subject.Missing[0].Span}."
            )
            .Verify($"terraform -chdir={(subject.Directory.Length == 0 ? "." : subject.Directory)} plan -input=false");
    }
}
