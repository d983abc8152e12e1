using System.Globalization;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Where an unchanged public image listens: its usual ports, and every port that one of its variables names (Jaeger's and Kafka's listeners are switched on that way).</summary>
internal static class PublicImagePorts
{
    private static readonly HashSet<string> Measures = new(StringComparer.OrdinalIgnoreCase)
    {
        "DAYS",
        "HOURS",
        "MINUTES",
        "SECONDS",
        "MS",
        "BYTES",
        "SIZE",
        "MB",
        "TIMEOUT",
        "LIMIT",
        "COUNT",
        "PARTITIONS",
        "CONNECTIONS",
        "CONN",
        "CLIENTS",
        "WORKERS",
        "THREADS",
        "INTERVAL",
        "PERIOD",
        "RETENTION",
        "AGE",
        "TTL",
        "UID",
        "GID",
        "PUID",
        "PGID",
    };

    public static ListeningPorts Of(Workload workload)
    {
        if (workload.Public is not { } known || known.Ports.Count == 0)
        {
            return ListeningPorts.Unknown("the image's port is unknown");
        }

        var settings = known.PortSettings;
        if (workload.Start is { } start && (settings is null || start.Arguments is null || settings.Mentions(start.Text)))
        {
            return ListeningPorts.Unknown("its command may change the image's port");
        }

        if (KafkaPorts.Of(workload) is { } broker)
        {
            return broker;
        }

        var place = workload.Reference?.Span ?? workload.Span;
        var usual = known
            .Ports.Where(port => settings is null || !IsMoved(workload, port))
            .Select(port => new ListeningPort(port.Number, null, [place]) { Protocol = port.Scheme });
        var configured = workload
            .Supplied.Where(variable => settings?.Reads(variable.Name) ?? !IsMeasure(variable.Name))
            .SelectMany(variable => Numbers(variable.Value.Text).Select(number => new ListeningPort(number, null, [variable.Span])));
        var unknown = workload.Supplied.FirstOrDefault(variable =>
            !variable.Value.IsKnown && (settings?.Reads(variable.Name) ?? variable.Name.Contains("PORT", StringComparison.Ordinal))
        );
        return new ListeningPorts(
            [.. usual.Concat(configured).DistinctBy(port => port.Port)],
            (settings is { Variables: [] } ? null : workload.SuppliesMoreBecause) ?? (unknown is null ? null : $"{unknown.Name} is unknown")
        );
    }

    private static bool IsMoved(Workload workload, KnownPort port) =>
        port.Variable is { } name && workload.Supplied.Any(variable => variable.Name == name && Numbers(variable.Value.Text).Any());

    /// <summary><c>KAFKA_LOG_RETENTION_HOURS: 168</c> names no port.</summary>
    internal static bool IsMeasure(string name) => Measures.Contains(name[(name.LastIndexOf('_') + 1)..]);

    public static IEnumerable<int> Numbers(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (
                end - i is >= 2 and <= 5
                // "scram-sha-256" and "v1.8080" name no port.
                && (i == 0 || text[i - 1] is ':' or ',' or ' ' or '=')
                && int.Parse(text.AsSpan(i, end - i), CultureInfo.InvariantCulture) is > 79 and < 65536 and var port
            )
            {
                yield return port;
            }

            i = Math.Max(i, end);
        }
    }
}
