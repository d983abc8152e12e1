using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Kafka broker has a listener that its protocol map does not contain.</summary>
internal sealed class ListenerWithoutProtocol : Rule<Workload>
{
    // Bitnami's images use their own prefix.
    private static readonly string[] Prefixes = ["KAFKA_", "KAFKA_CFG_"];

    private static readonly string[] Lists = ["LISTENERS", "ADVERTISED_LISTENERS"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/listener-without-protocol",
            Title = "Kafka listener without protocol",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Kafka exits at startup with `No security protocol defined for listener`, and its clients wait forever.",
            Holds = "The protocol map contains every listener of the broker.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload => Prefixes.Any(prefix => Map(workload, prefix)?.Value.Text is not null))
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        foreach (var prefix in Prefixes)
        {
            if (Map(subject, prefix) is { Value.Text: { } text } map && Missing(subject, prefix, text) is { Count: > 0 } missing)
            {
                var names = string.Join(", ", missing.Select(pair => pair.Name).Distinct(StringComparer.OrdinalIgnoreCase));
                var message = $"{subject.Name} has the listener `{names}`, which is not in {map.Name} (`{text}`).";
                // With its own command or file, the image may configure itself in another way.
                var isPlain = subject is { Image: null, Start: null, SuppliesMoreBecause: null };
                yield return (isPlain ? Fail(map.Span, message) : LikelyFail(map.Span, message).As(Severity.High))
                    .Related(missing.Select(pair => pair.In.Span).Distinct(), "the listener")
                    .Remedy(
                        $"Add `{string.Join(",", missing.Select(pair => $"{pair.Name}:PLAINTEXT").Distinct())}` (or another protocol) to {map.Name} in {map.Span}."
                    )
                    .VerifyGone();
            }
        }
    }

    /// <remarks>Source: Apache Kafka, KafkaConfig: listener names are compared in upper case, and a configured map replaces the default.</remarks>
    private static List<Unnamed> Missing(Workload broker, string prefix, string map)
    {
        var known = map.Split(',').Select(entry => entry.Split(':')[0].Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from list in Lists
            let variable = Variable(broker, prefix + list)
            where variable is not null
            from listener in KafkaListener.Parse(variable.Value.Text ?? "")
            where !known.Contains(listener.Name)
            select new Unnamed(listener.Name, variable),
        ];
    }

    private static SuppliedVariable? Map(Workload workload, string prefix) => Variable(workload, prefix + "LISTENER_SECURITY_PROTOCOL_MAP");

    private static SuppliedVariable? Variable(Workload workload, string name) =>
        workload.Supplied.LastOrDefault(variable => variable.Name == name && !workload.Ignores(name));

    /// <summary>A listener that is not in the map.</summary>
    private sealed record Unnamed(string Name, SuppliedVariable In);
}
