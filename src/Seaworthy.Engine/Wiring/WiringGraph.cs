using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Model;

namespace Seaworthy.Engine.Wiring;

/// <summary>Who reaches whom in every target: workloads, the ports and hosts through which the world comes in, the hosts outside, and wires that lead nowhere.</summary>
public sealed record WiringGraph(IReadOnlyList<WireNode> Nodes, IReadOnlyList<Wire> Wires)
{
    public static WiringGraph Of(Deployment deployment) => Of(deployment, []);

    /// <summary>The same, with the wires broken of which a finding says that they lead nowhere.</summary>
    internal static WiringGraph Of(Deployment deployment, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        WiringDraft draft = new();
        foreach (var workload in deployment.Workloads)
        {
            draft.Add(workload);
            draft.AddEntries(workload);
        }

        foreach (var use in deployment.Endpoints)
        {
            if (use.Caller is { } caller)
            {
                draft.AddUse(use, caller);
            }
        }

        IngressWires.Add(draft, deployment);
        FoundWires.Add(draft, deployment, findings);
        AddWaiting(draft, deployment);
        return new WiringMask(Quotations.Of(deployment)).Of(draft.Graph);
    }

    // Waiting is a wire of its own only where no address says more.
    private static void AddWaiting(WiringDraft draft, Deployment deployment)
    {
        var known = draft.Ends;
        foreach (var workload in deployment.Workloads)
        {
            foreach (var dependency in workload.DependsOn)
            {
                if (dependency.On is { } other && known.Add(new WireEnds(WiringDraft.Id(workload), WiringDraft.Id(other))))
                {
                    draft.Add(
                        new Wire(WiringDraft.Id(workload), WiringDraft.Id(other), "waits for", null)
                        {
                            FromPlace = dependency.Span,
                            ToPlace = other.Span,
                        }
                    );
                }
            }
        }
    }
}
