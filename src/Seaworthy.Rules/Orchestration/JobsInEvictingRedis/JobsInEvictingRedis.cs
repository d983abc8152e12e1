using Seaworthy.Model;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Redis that removes keys when its memory is full holds a queue or sessions.</summary>
internal sealed class JobsInEvictingRedis : Rule<RedisContent>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/jobs-in-evicting-redis",
            Title = "Redis eviction of queued jobs",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "When the memory is full, Redis removes any key, a list of waiting jobs too: they are lost without an error, most likely under load.",
            Holds = "The Redis of the queue removes no keys.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<RedisContent>(RedisContents.Link)];

    public override IEnumerable<RedisContent> Subjects(Deployment deployment) => deployment.All<RedisContent>();

    protected override Subject Identify(RedisContent subject) =>
        new($"{subject.Redis.Name} in {subject.Redis.TargetName}", subject.Redis.Span);

    protected override IEnumerable<Verdict> Check(RedisContent subject, Deployment deployment)
    {
        if (subject.Policy is not { } policy)
        {
            yield break;
        }

        yield return Warn(
                policy.Span,
                $"{subject.Redis.Name} holds {subject.What} for {subject.User.Name}, and `{policy.Value}` removes any key when its memory is full."
            )
            .As(subject.IsOfSessions ? Severity.Medium : Severity.High)
            .Related(subject.Span, $"keeps {subject.What} there")
            .Remedy(
                $"Set `maxmemory-policy noeviction` in {policy.Span}, and give the cache a Redis of its own if it needs `{policy.Value}`."
            )
            .VerifyGone();
    }
}
