using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A program puts jobs into a queue, and the program that empties it runs nowhere.</summary>
internal sealed class QueueWithoutWorker : Rule<QueueUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/queue-without-worker",
            Title = "Queue that no workload empties",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Whoever puts a job in is told that all is well; the jobs pile up in Redis, and none is ever done.",
            Holds = "A workload of the target runs the program that empties the queue.",
        };

    public override IEnumerable<QueueUse> Subjects(Deployment deployment) => deployment.All<QueueUse>();

    protected override Subject Identify(QueueUse subject) => new($"{subject.Producer.Name}: {subject.Queue}", subject.Span);

    protected override IEnumerable<Verdict> Check(QueueUse subject, Deployment deployment)
    {
        if (subject.Worker is not null)
        {
            yield break;
        }

        var taker = subject.Takers[0];
        var message = subject.Program is { } program
            ? $"{subject.Producer.Name} leaves tasks to the workers of {subject.Queue}, and nothing in {subject.Producer.TargetName} runs {program}"
            : $"{subject.Producer.Name} puts jobs into the queue {subject.Queue}, and {taker.File.Path} takes them out, but nothing in {subject.Producer.TargetName} runs that";
        if (subject.UndecidedBecause is { } why)
        {
            yield return Unknown(subject.Span, $"{message}, as far as can be told: {why}.");
            yield break;
        }

        var verdict = subject.WorksIn is { } other
            ? Warn(subject.Span, $"{message}, as {other} does.").As(Severity.Medium)
            : Fail(subject.Span, $"{message}: they pile up, and nobody does them.");
        yield return verdict
            .Related(subject.Producer.Span)
            .Related(subject.Takers, subject.Program is null ? "jobs are taken out here" : "what a worker would do")
            .Remedy(
                $"Add a workload that starts {subject.Program ?? taker.File.Path} beside {subject.Producer.Name} ({subject.Producer.Span})."
            )
            .Verify(
                subject.Program is { } started
                    ? (CommandText)$"pgrep -fa '{started.Split(' ')[0]}'   # in one of the containers a worker must run"
                    : $"redis-cli client list | grep bull:   # a worker of {subject.Queue} must be connected"
            );
    }
}
