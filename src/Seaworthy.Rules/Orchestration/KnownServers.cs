using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Whether a public image is used for what it is: a database's image often lends its client to a backup or a migration.</summary>
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

    /// <summary>Nothing is said about its command, or only options are, or the server itself is named.</summary>
    public static bool RunsServer(Workload workload) =>
        workload.Start is not { } start
        || (start.Commands is [{ Words: [var first, ..] } only] && (first.Raw.StartsWith('-') || Programs.Contains(only.Program)));
}
