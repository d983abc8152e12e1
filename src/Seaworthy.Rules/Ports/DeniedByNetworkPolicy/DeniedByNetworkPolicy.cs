using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A pod has the address of another, and the network policies block its calls.</summary>
internal sealed class DeniedByNetworkPolicy : Rule<IReadOnlyList<GuardedCall>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/denied-by-network-policy",
            Title = "Call blocked by NetworkPolicy",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "Where policies are enforced, packets are dropped silently and the caller runs into a timeout.",
            Holds = "A policy allows the call.",
        };

    private const int MostNamed = 6;

    public override IReadOnlyList<Relation> Relations => [new Relation<GuardedCall>(GuardedCalls.Link)];

    // A policy that denies all and allows too little blocks many calls: one policy is one fault. DNS is another rule's.
    public override IEnumerable<IReadOnlyList<GuardedCall>> Subjects(Deployment deployment) =>
        deployment
            .All<GuardedCall>()
            .Where(call => call.Denial != GuardedCallDenial.Names)
            .Where(call => call.Use.Origin is not (EndpointOrigin.Scrape or EndpointOrigin.Monitoring or EndpointOrigin.Alert))
            .GroupBy(call => new
            {
                call.Use.Caller?.TargetName,
                call.Denial,
                Policy = call.Denial == GuardedCallDenial.None ? call.Use.Subject : call.Policy.Name?.Value,
            })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<GuardedCall> subject) => new(subject[0].Use.Subject, subject[0].Use.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<GuardedCall> subject, Deployment deployment)
    {
        var call = subject[0];
        if (call.Denial == GuardedCallDenial.None)
        {
            yield break;
        }

        var caller = call.Use.Subject;
        var callee = call.Use.Callee?.Name ?? call.Use.Host;
        var policy = call.Policy.Name?.Value;
        var what = call.Denial switch
        {
            GuardedCallDenial.Egress => $"policy `{policy}` restricts egress of {caller}, and no policy allows {callee}",
            _ => $"policy `{policy}` restricts ingress of {callee}, and no policy allows {caller}",
        };
        var others = subject.Select(Way).Distinct().Where(way => way != Way(call)).ToList();
        var more = others.Count == 0 ? "" : $" Also: {string.Join(", ", others.Take(MostNamed))}{(others.Count > MostNamed ? "…" : "")}.";
        yield return Fail(call.Use.Span, $"{EndpointWords.Names(call.Use)}, but {what}.{more}")
            .Related(call.Use.Chain)
            .Related(call.Policy.Name?.Span ?? call.Policy.Span)
            .Related(subject.Skip(1).Select(other => other.Use.Span))
            .Remedy(
                call.Denial switch
                {
                    GuardedCallDenial.Egress => $"Add an egress rule to {callee} for the pods of {caller}.",
                    _ => $"Add an ingress rule from {caller} for the pods of {callee}.",
                }
            )
            .Verify(
                $"{TargetCommand.KubectlAt(call.Use.Span, deployment)} exec deploy/{caller} -- nc -zvw3 {call.Use.Host} {call.Use.Port ?? 80}"
            );
    }

    private static string Way(GuardedCall call) => $"{call.Use.Subject} → {call.Use.Callee?.Name ?? call.Use.Host}";
}
