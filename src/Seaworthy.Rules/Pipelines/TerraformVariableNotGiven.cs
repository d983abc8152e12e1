using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job plans or applies a configuration of Terraform, and leaves a variable without a value.</summary>
internal sealed class TerraformVariableNotGiven : Rule<TerraformRun>
{
    private const int MostNamed = 6;

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "terraform-variable-not-given",
            "Terraform without a value for a variable",
            Severity.High,
            "Nobody is there to type the value: Terraform stops with `No value for required variable`, and nothing is planned or applied.",
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
            yield return Unknown(
                subject.Span,
                $"{subject.Subject} runs `{subject.Verb}` in {place}; whether {names} get a value there cannot be told: {reason}."
            );
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"{subject.Subject} runs `{subject.Verb}` in {place}, and nothing gives {names} a value: it stops with `No value for required variable`."
            )
            .Related(subject.Missing.Take(MostNamed).Select(variable => variable.Span))
            .Remedy(
                $"Set `TF_VAR_{subject.Missing[0].Value}` in the `env` of the job (from `vars` or `secrets`), or give it a `default` in {subject.Missing[0].Span}."
            )
            .Verify($"terraform -chdir={(subject.Directory.Length == 0 ? "." : subject.Directory)} plan -input=false");
    }
}
