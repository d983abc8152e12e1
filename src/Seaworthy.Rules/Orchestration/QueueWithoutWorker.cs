using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A program adds jobs to a queue, and its worker runs nowhere.</summary>
internal sealed class QueueWithoutWorker : Rule<QueueUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/queue-without-worker",
            Title = "Missing queue worker",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Adding a job succeeds, but the jobs pile up in the broker and none is ever executed.",
            Holds = "A workload of the target runs the worker of the queue.",
        };

    public override IEnumerable<QueueUse> Subjects(Deployment deployment) => deployment.All<QueueUse>();

    protected override Subject Identify(QueueUse subject) => new($"{subject.Producer.Name}: {subject.Queue}", subject.Span);

    protected override IEnumerable<Verdict> Check(QueueUse subject, Deployment deployment)
    {
        if (subject.Worker is not null)
        {
            yield break;
        }

        if (subject.OtherNames.Count > 0)
        {
            yield return Misnamed(subject);
            yield break;
        }

        var taker = subject.Takers[0];
        var message = subject.Program is { } program
            ? $"{subject.Producer.Name} sends tasks to {subject.Queue}, but nothing in {subject.Producer.TargetName} runs `{program}`"
            : $"{subject.Producer.Name} adds jobs to queue `{subject.Queue}`, but nothing in {subject.Producer.TargetName} runs {taker.File.Path}, which processes them";
        if (subject.UndecidedBecause is { } why)
        {
            yield return Unknown(subject.Span, $"{message}. Unknown whether another worker runs: {why}.");
            yield break;
        }

        var verdict = subject.WorksIn is { } other
            ? Warn(subject.Span, $"{message}; {other} does.").As(Severity.Medium)
            : Fail(subject.Span, $"{message}.");
        yield return verdict
            .Related(subject.Producer.Span)
            .Related(subject.Takers, subject.Program is null ? "processes the jobs" : "a task")
            .Remedy(
                $"Add a workload that starts `{subject.Program ?? taker.File.Path}` beside {subject.Producer.Name} ({subject.Producer.Span})."
            )
            .Verify(
                subject.Program is { } started
                    ? (CommandText)$"pgrep -fa '{started.Split(' ')[0]}'   # in one of the containers a worker must run"
                    : $"redis-cli client list | grep bull:   # a worker of {subject.Queue} must be connected"
            );
    }

    private Verdict Misnamed(QueueUse subject)
    {
        var others = NameList.Of([.. subject.OtherNames.Select(name => $"`{name}`")], 4);
        var message =
            $"{subject.Producer.Name} adds jobs to queue `{subject.Queue}`, which no worker processes; the workers of the repository process {others}";
        return (
            subject.UndecidedBecause is { } why
                ? Unknown(subject.Span, $"{message}. Unknown whether another one does: {why}.")
                : Fail(subject.Span, $"{message}.")
        )
            .Related(subject.Takers, "processes another queue")
            .Remedy($"Give queue and worker one name: change `{subject.Queue}` in {subject.Span}, or add a worker for it.")
            .Verify($"git grep -nE {$"(Worker|Processor|process).*{subject.Queue}"}   # must find a worker");
    }
}
