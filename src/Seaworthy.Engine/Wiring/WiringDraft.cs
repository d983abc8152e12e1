using System.Globalization;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Wiring;

/// <summary>The wiring as it is put together: every node once, every wire once, in the order in which they come.</summary>
internal sealed class WiringDraft
{
    private readonly Dictionary<string, WireNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<WireWords, Wire> wires = [];

    public WiringGraph Graph => new([.. nodes.Values], [.. wires.Values]);

    /// <summary>Who is wired to whom so far.</summary>
    public HashSet<WireEnds> Ends => [.. wires.Keys.Select(wire => new WireEnds(wire.From, wire.To))];

    public static string Id(Workload workload) => Id(workload.TargetName, workload.Name);

    public WireNode Add(Workload workload) =>
        Add(
            new WireNode(Id(workload), workload.TargetName, workload.Name, KindOf(workload))
            {
                Runs = workload.Reference?.Value.Text ?? workload.Image?.Dockerfile.File.Path,
                Place = workload.Span,
            }
        );

    public WireNode Add(string? target, string name, WireNodeKind kind) => Add(new WireNode(Id(target, name), target, name, kind));

    public void Add(Wire wire) => wires.TryAdd(new WireWords(wire.From, wire.To, wire.Label, wire.BrokenBecause), wire);

    /// <summary>The ports through which the world reaches a workload.</summary>
    public void AddEntries(Workload workload)
    {
        foreach (var port in workload.Ports.Where(port => port is { IsInformational: false, Published: > 0 }))
        {
            var entry = Add(workload.TargetName, $":{port.Published}", WireNodeKind.Entry);
            Add(
                new Wire(entry.Id, Id(workload), Number(port.Container), Deaf(workload, port.Container))
                {
                    FromPlace = port.Span,
                    ToPlace = Answers(workload, port.Container),
                }
            );
        }
    }

    public void AddUse(EndpointUse use, Workload caller)
    {
        var (end, broken) = use switch
        {
            { Callee: { } callee } => (
                Add(callee),
                use.Answer == HostAnswer.OtherNetwork ? "they share no network"
                : use.Answer == HostAnswer.Nobody ? "the name does not hold on the host's network"
                : use.Port is { } at ? Deaf(callee, at)
                : null
            ),
            { Answer: HostAnswer.Nobody } => (Add(caller.TargetName, use.Host, WireNodeKind.Missing), "nobody answers to this name"),
            { Answer: HostAnswer.External } => (Add(null, use.Host, WireNodeKind.Outside), null),
            _ => (null, null),
        };
        if (end is not null && end.Id != Id(caller))
        {
            Add(
                new Wire(Id(caller), end.Id, use.Variable ?? (use.Port is { } port ? Number(port) : ""), broken)
                {
                    FromPlace = use.Span,
                    ToPlace = use.Callee is { } callee ? Answers(callee, use.Port) : null,
                }
            );
        }
    }

    /// <summary>A call that leads to its own caller, drawn to the workload that is meant, or to a name nobody answers to.</summary>
    public void AddBroken(EndpointUse use, Workload caller, Workload? meant, string because)
    {
        var end = meant is not null
            ? Add(meant)
            : Add(caller.TargetName, use.Port is { } at ? $"{use.Host}:{Number(at)}" : use.Host, WireNodeKind.Missing);
        Add(
            new Wire(Add(caller).Id, end.Id, use.Variable ?? (use.Port is { } port ? Number(port) : ""), because)
            {
                FromPlace = use.Span,
                ToPlace = meant is null ? null : Answers(meant, use.Port),
            }
        );
    }

    /// <summary>Marks the wires that places make as broken: those that begin exactly there, else those of the line.</summary>
    public void Break(IEnumerable<BrokenPlace> places)
    {
        var whole = wires.Values.Where(wire => wire.BrokenBecause is null).ToLookup(wire => $"{wire.FromPlace}", StringComparer.Ordinal);
        foreach (var broken in places)
        {
            var line = whole[broken.Place.ToString()];
            var exact = line.Where(wire => wire.FromPlace?.Start == broken.Place.Start).ToList();
            foreach (var wire in exact.Count > 0 ? exact : line)
            {
                // Another finding may have broken it before.
                if (wires.Remove(new WireWords(wire.From, wire.To, wire.Label, null)))
                {
                    Add(wire with { BrokenBecause = broken.Because });
                }
            }
        }
    }

    private WireNode Add(WireNode node) => nodes.TryGetValue(node.Id, out var known) ? known : nodes[node.Id] = node;

    private static string Id(string? target, string name) => $"{target}/{name}";

    private static string? Deaf(Workload callee, int port) =>
        callee.Listens is { IsComplete: true, Ports.Count: > 0 } listens && !listens.Contains(port)
            ? $"it listens on {string.Join(", ", listens.Ports.Select(listening => listening.Port).Distinct())}"
            : null;

    // The line that has it listen there, or on another port instead; else the one that declares it.
    private static SourceSpan Answers(Workload callee, int? port) =>
        callee.Listens.Ports.OrderBy(listening => listening.Port == port ? 0 : 1).FirstOrDefault() is { Chain: [var place, ..] }
            ? place
            : callee.Span;

    private static WireNodeKind KindOf(Workload workload) =>
        workload
            is {
                Image: null,
                Public.Role: ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search or ImageRole.ObjectStore
            }
            ? WireNodeKind.Store
            : WireNodeKind.Service;

    private static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is reported of a wire: two that say the same are one.</summary>
    private sealed record WireWords(string From, string To, string Label, string? BrokenBecause);
}
