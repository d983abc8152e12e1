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
        foreach (
            var group in subject.Foreign.GroupBy(foreign => new
            {
                foreign.Job,
                foreign.IsExpression,
                foreign.IsHanded,
            })
        )
        {
            var foreign = group.ToList();
            var first = foreign[0];
            var uses = string.Join(", ", foreign.Select(one => one.IsExpression ? $"`env.{one.Name}`" : $"`${one.Name}`"));
            var names = string.Join(", ", foreign.Select(one => one.Name));
            var isOne = foreign.Count == 1;
            var message = $"{subject.Subject} reads {uses}, which only job `{first.Job}` sets, so {(isOne ? "it is" : "they are")} empty.";
            var verdict = (first.IsExpression ? Fail(first.Use, message) : LikelyFail(first.Use, message))
                .On(names)
                .Related(foreign.Skip(1).Select(one => one.Use), "read here")
                .Related(foreign.Select(one => one.Set).Distinct(), "set here");
            yield return first.IsHanded
                ? verdict
                    .Remedy(
                        $"Make {names} {(isOne ? "an output" : "outputs")} of job `{first.Job}`, name that job in `needs`, and write `${{{{ needs.{first.Job}.outputs.{first.Name} }}}}` {(isOne ? "" : "and so on ")}in each place of {subject.Subject} that reads {(isOne ? "it" : "one")}."
                    )
                    .Verify(TreeCheck.Gone(foreign.Select(one => one.Use)))
                : verdict
                    .Remedy(
                        $"Set {names} in the `env` of the workflow, above `jobs`, instead of {PlaceList.Of(foreign.Select(one => one.Set))}."
                    )
                    .Verify($"git grep -nE {$"^ {{1,4}}{first.Name}:"} -- {first.Use.File.Path}   # must find it above `jobs`");
        }
    }
}
