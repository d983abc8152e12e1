using Seaworthy.Model;

namespace Seaworthy.Rules.Ports;

/// <summary>Pods that call others by name may not use the cluster's DNS.</summary>
internal sealed class LookupDeniedByNetworkPolicy : Rule<IReadOnlyList<GuardedLookup>>
{
    private const int MostNamed = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/lookup-denied-by-network-policy",
            Title = "DNS blocked by NetworkPolicy",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "Where policies are enforced, no name resolves, so even the allowed calls fail with a DNS timeout.",
            Holds = "A policy allows DNS for the pods.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<GuardedLookup>(GuardedLookups.Link)];

    public override IEnumerable<IReadOnlyList<GuardedLookup>> Subjects(Deployment deployment) =>
        deployment.All<GuardedLookup>().GroupBy(lookup => new { lookup.Place, lookup.IsAllowed }).Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<GuardedLookup> subject) => new(subject[0].Pod, subject[0].Place);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<GuardedLookup> subject, Deployment deployment)
    {
        var first = subject[0];
        if (first.IsAllowed)
        {
            yield break;
        }

        var pods = subject.Select(lookup => lookup.Pod).Distinct(StringComparer.Ordinal).ToList();
        var calls = subject.SelectMany(lookup => lookup.Calls).ToList();
        var names = calls.Select(call => call.Host).Distinct(StringComparer.Ordinal).ToList();
        var who = $"The policies of {NameList.Of(pods, MostNamed)} restrict egress and do not allow DNS (port 53)";
        yield return (
            calls.Count > 0
                ? Fail(first.Place, $"{who}, so {NameList.Of(names, MostNamed)} {(names.Count == 1 ? "does" : "do")} not resolve.")
            : subject.Any(lookup => lookup.OpensWorld) ? Fail(first.Place, $"{who}, so no name outside the cluster resolves.")
            : Warn(first.Place, $"{who}, so the Services that they allow cannot be found by name.")
        ).Related(calls.Take(MostNamed).Select(call => call.Span), "calls a name").Related(subject.Select(lookup => lookup.Opened).Distinct().FirstOrDefault(), "allowed here").Remedy($"Add an egress rule to {first.Policy.Name?.Value}: port 53 over UDP and TCP, to namespace kube-system (or without `to`).").Verify($"kubectl exec deploy/{pods[0]} -- nslookup {(names.Count > 0 ? names[0] : "kubernetes.default")}");
    }
}
