using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job that no trigger of its workflow runs.</summary>
internal sealed class JobNeverRuns : Rule<NamedJob>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/job-never-runs",
            Title = "Unreachable job",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Rationale = "GitHub shows the job as skipped, which looks like success, but its deployments, tests or checks never happen.",
            Holds = "At least one trigger runs the job.",
        };

    public override IEnumerable<NamedJob> Subjects(Deployment deployment) => NamedJob.All(deployment).Where(job => job.Job.Id.Length > 0);

    protected override Subject Identify(NamedJob subject) => new(subject.Name, subject.Job.Span);

    protected override IEnumerable<Verdict> Check(NamedJob subject, Deployment deployment)
    {
        if (subject.Job.SkippedBecause is { } skipped)
        {
            yield return Fail(subject.Job.Span, $"{subject.Name} does not run as meant: {skipped.Value}.")
                .As(subject.DoesMoreThanTell ? Severity.High : Severity.Low)
                .Related(subject.Job.SkippedPlaces)
                .Remedy(
                    $"Let the condition in {skipped.Span} begin with `always()`, and ask for the results that it needs, or remove the need."
                )
                .VerifyOneGone();
            yield break;
        }

        if (subject.Job is not { NeverRunsBecause: { } why, NeverRunsByNeed: false })
        {
            yield break;
        }

        var deploys = subject.Job.DeploysTo is not null || subject.Does(StepIntent.Deploy);
        var message = $"{subject.Name} never runs: {why.Value.TrimEnd('.')}.";
        yield return (
            subject.Pipeline.SwitchedOffAt is { } off
                ? Warn(subject.Job.Span, $"{message} The workflow is disabled on purpose.").As(Severity.Low).Related(off)
            : !subject.DoesMoreThanTell ? Warn(subject.Job.Span, $"{message} It would only send a message.").As(Severity.Low)
            : Fail(subject.Job.Span, message).As(deploys ? Severity.Critical : Severity.High)
        ).Related(subject.Job.NeverRunsPlaces).Related(subject.Pipeline.Jobs.Where(job => job.NeverRunsByNeed && job.Needs.Contains(subject.Job.Id, StringComparer.OrdinalIgnoreCase)).Select(job => job.Span), "never runs either").Remedy($"Make {string.Join(" and ", subject.Job.NeverRunsPlaces.Select(place => place.ToString()).Distinct())} agree, or remove the job.").VerifyOneGone();
    }
}
