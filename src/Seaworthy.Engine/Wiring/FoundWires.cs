using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Wiring;

/// <summary>Wires of which a finding says that they lead nowhere: a picture shows them as broken, whatever the addresses alone would say.</summary>
internal static class FoundWires
{
    private const string Localhost = "ports/localhost-in-container";

    // The rules that judge a wire, and what one of theirs says of it in a few words.
    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        [Localhost] = "localhost is the caller itself",
        ["ports/host-unresolved"] = "nobody answers to this name",
        ["ports/renamed-host"] = "nobody answers to this name any more",
        ["ports/published-port-not-listened"] = "nothing listens on this port",
        ["ports/endpoint-port-not-listened"] = "nothing listens on this port",
        ["ports/listens-on-loopback"] = "it listens on loopback alone",
        ["ports/called-route-not-served"] = "the path is not served",
        ["ports/proxied-path-not-served"] = "the path is not served",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Add(WiringDraft draft, Deployment deployment, IEnumerable<Finding> findings)
    {
        var uses = deployment.Endpoints.Where(use => use.Caller is not null).ToLookup(use => Place(use.Span), StringComparer.Ordinal);
        List<BrokenPlace> broken = [];
        foreach (var finding in findings.Where(finding => finding.IsFault))
        {
            if (Reasons.TryGetValue(finding.Rule.Id, out var because))
            {
                foreach (var use in uses[Place(finding.Primary.Span)])
                {
                    AddMissing(draft, deployment, finding, use, because);
                }

                broken.Add(new BrokenPlace(finding.Primary.Span, because));
            }
        }

        draft.Break(broken);
    }

    /// <summary>A call of localhost, or of a name nobody has, is no wire by its address: it is drawn to whom the finding says is meant.</summary>
    private static void AddMissing(WiringDraft draft, Deployment deployment, Finding finding, EndpointUse use, string because)
    {
        if (use is { Answer: HostAnswer.Loopback, Caller: { } caller } && finding.Rule.Id == Localhost)
        {
            var meant = deployment
                .Targets.FirstOrDefault(target => target.Name == caller.TargetName)
                ?.Workloads.FirstOrDefault(other => !ReferenceEquals(other, caller) && IsNamed(other.Span, finding.Verdict));
            draft.AddBroken(use, caller, meant, because);
        }
    }

    private static bool IsNamed(SourceSpan place, Verdict verdict) =>
        verdict.Locations.Skip(1).Any(location => Place(location.Span) == Place(place));

    private static string Place(SourceSpan span) => span.ToString();
}
