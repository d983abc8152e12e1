using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Where a broker of Kafka listens: at its listeners, and nowhere else.</summary>
/// <remarks>
/// Sources: apache/kafka, docker/resources/common-scripts/configure, and Confluent's, which take the listeners from the advertised ones where none are given; Docker Hub, bitnami/kafka, <c>KAFKA_CFG_LISTENERS</c>.
/// </remarks>
internal static class KafkaPorts
{
    // Confluent's other images open more: a REST proxy, metrics.
    private static readonly string[] Images =
    [
        "apache/kafka",
        "apache/kafka-native",
        "confluentinc/cp-kafka",
        "bitnami/kafka",
        "bitnamilegacy/kafka",
    ];

    // These mention other brokers as well.
    private static readonly string[] OfOthers = ["VOTERS", "BOOTSTRAP", "ZOOKEEPER", "ADVERTISED", "LISTENER"];

    /// <summary>Null when it is no such broker, or something else than its variables configures it.</summary>
    public static ListeningPorts? Of(Workload workload)
    {
        if (
            workload.Reference?.Value.Text is not { } reference
            || ImageReference.Parse(reference) is not { } image
            || !Images.Contains(image.Repository, StringComparer.Ordinal)
            || workload.SuppliesMoreBecause is not null
            || workload.Mounts.Any(IsConfiguration)
            || Listeners(workload, image.Repository.StartsWith("bitnami", StringComparison.Ordinal))
                is not { Value: { Text: { } text, Unset.Count: 0 } } configured
        )
        {
            return null;
        }

        var listeners = KafkaListener.Parse(text);
        return listeners.Count == 0 || listeners.Count != text.Split(',').Length
            ? null
            : new ListeningPorts(
                [
                    .. listeners
                        .Select(listener => new ListeningPort(listener.Port, null, [configured.Span]) { Protocol = "kafka" })
                        .Concat(Beside(workload))
                        .DistinctBy(port => port.Port),
                ],
                null
            )
            {
                IsTold = workload.Supplied.All(variable =>
                    variable.Value.IsKnown || !variable.Name.Contains("OPTS", StringComparison.Ordinal)
                ),
            };
    }

    private static bool IsConfiguration(Mount mount) =>
        mount.Kind != MountKind.Volume && !mount.Path.EndsWith(".sock", StringComparison.Ordinal)
        || mount.Path.Contains("config", StringComparison.OrdinalIgnoreCase);

    private static SuppliedVariable? Listeners(Workload workload, bool isBitnami)
    {
        SuppliedVariable? Given(string name) =>
            workload.Supplied.LastOrDefault(variable => variable.Name == name && variable.Value.Text is not { Length: 0 });

        return isBitnami ? Given("KAFKA_CFG_LISTENERS") : Given("KAFKA_LISTENERS") ?? Given("KAFKA_ADVERTISED_LISTENERS");
    }

    /// <summary>What other programs in the machine open: JMX, an agent for metrics.</summary>
    private static IEnumerable<ListeningPort> Beside(Workload workload) =>
        workload
            .Supplied.Where(variable => !PublicImagePorts.IsMeasure(variable.Name))
            .Where(variable => !OfOthers.Any(word => variable.Name.Contains(word, StringComparison.Ordinal)))
            .SelectMany(variable =>
                PublicImagePorts.Numbers(variable.Value.Text).Select(number => new ListeningPort(number, null, [variable.Span]))
            );
}
