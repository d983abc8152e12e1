using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Whether a public image runs its server: a database image is often used for its client in a backup or migration.</summary>
internal static class KnownServers
{
    private static readonly HashSet<string> Programs = new(StringComparer.Ordinal)
    {
        "docker-entrypoint.sh",
        "mariadbd",
        "minio",
        "mongod",
        "mysqld",
        "nats-server",
        "postgres",
        "rabbitmq-server",
        "redis-server",
        "server",
        "start",
        "valkey-server",
    };

    /// <summary>It has no command, only options, or the server itself as its command.</summary>
    public static bool RunsServer(Workload workload) =>
        workload.Start is not { } start
        || (start.Commands is [{ Words: [var first, ..] } only] && (first.Raw.StartsWith('-') || Programs.Contains(only.Program)));
}
