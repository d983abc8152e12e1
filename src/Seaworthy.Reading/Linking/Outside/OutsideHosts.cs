using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Outside;

/// <summary>Addresses of hosts that exist outside, and to which nobody of the tree answers for certain.</summary>
internal static class OutsideHosts
{
    public static IReadOnlyList<EndpointUse> Answer(IReadOnlyList<EndpointUse> uses, OutsideFacts facts) =>
        facts.Hosts.Count == 0 ? uses : [.. uses.Select(use => Answer(use, facts))];

    private static EndpointUse Answer(EndpointUse use, OutsideFacts facts) =>
        use.Answer is HostAnswer.Nobody or HostAnswer.Undecided or HostAnswer.External
        && facts.Hosts.FirstOrDefault(host => host.Matches(use.Host)) is { } stated
            ? use with
            {
                Answer = HostAnswer.External,
                Callee = null,
                Near = null,
                UndecidedBecause = null,
                ToldAt = stated.Span,
            }
            : use;
}
