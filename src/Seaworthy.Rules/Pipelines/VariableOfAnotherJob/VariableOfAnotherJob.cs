using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job reads a variable that only another job of the workflow sets.</summary>
internal sealed class VariableOfAnotherJob : Rule<JobVariable>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "variable-of-another-job",
            "Variable of another job",
            Severity.High,
            "Each job has its own runner and environment: the value is empty, so an image has no name or a command loses an argument.",
            "Each job sets the variables that it reads, or the workflow does."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<JobVariable>(JobVariables.Link)];

    public override IEnumerable<JobVariable> Subjects(Deployment deployment) => deployment.All<JobVariable>();

    protected override Subject Identify(JobVariable subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(JobVariable subject, Deployment deployment)
    {
        foreach (var foreign in subject.Foreign)
        {
            var use = foreign.IsExpression ? $"env.{foreign.Name}" : $"${foreign.Name}";
            var message = $"{subject.Subject} reads `{use}`, which only job `{foreign.Job}` sets, so it is empty.";
            var verdict = (foreign.IsExpression ? Fail(foreign.Use, message) : LikelyFail(foreign.Use, message)).Related(
                foreign.Set,
                "set here"
            );
            yield return foreign.IsHanded
                ? verdict
                    .Remedy(
                        $"Make {foreign.Name} an output of job `{foreign.Job}`, name that job in `needs`, and write `${{{{ needs.{foreign.Job}.outputs.{foreign.Name} }}}}` in each place of {subject.Subject} that reads it."
                    )
                    .VerifyGone()
                : verdict
                    .Remedy($"Set {foreign.Name} in the `env` of the workflow, above `jobs`, instead of {foreign.Set}.")
                    .Verify($"git grep -nE {$"^ {{1,4}}{foreign.Name}:"} -- {foreign.Use.File.Path}   # must find it above `jobs`");
        }
    }
}
