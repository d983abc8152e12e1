using Seaworthy.Model;

namespace Seaworthy.Rules.Ports;

/// <summary>Pods that call others by name may not ask the cluster's DNS for the address.</summary>
internal sealed class LookupDeniedByNetworkPolicy : Rule<IReadOnlyList<GuardedLookup>>
{
    private const int MostNamed = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/lookup-denied-by-network-policy",
            Title = "Pods that network policies cut off from DNS",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale =
                "Where policies are enforced no name resolves: every call that the policy does allow fails before it is made, with a time-out that nobody expects.",
            Holds = "Some policy lets the pods ask for names.",
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
        var who = $"{NameList.Of(pods, MostNamed)} may send only what some policy allows, and none allows port 53";
        yield return (
            calls.Count > 0 ? Fail(first.Place, $"{who}: it cannot look up {NameList.Of(names, MostNamed)}.")
            : subject.Any(lookup => lookup.OpensWorld)
                ? Fail(first.Place, $"{who}: what is to be reached outside of the cluster has a name, and none resolves.")
            : Warn(first.Place, $"{who}: what a rule lets it reach is found by the name of a Service, and none resolves.")
        ).Related(calls.Take(MostNamed).Select(call => call.Span), "a name is called").Related(subject.Select(lookup => lookup.Opened).Distinct().FirstOrDefault(), "what may be reached").Remedy($"Add an egress rule to {first.Policy.Name?.Value}: ports 53 of UDP and TCP, to the namespace kube-system (or without `to`).").Verify($"kubectl exec deploy/{pods[0]} -- nslookup {(names.Count > 0 ? names[0] : "kubernetes.default")}");
    }
}
