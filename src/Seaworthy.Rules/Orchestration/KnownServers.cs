using Seaworthy.Model.Known;
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

    /// <summary>A known image that stores data where it is known, and runs its server.</summary>
    public static bool StoresData(Workload workload) =>
        workload.Public
            is {
                Role: ImageRole.DataStore or ImageRole.Search or ImageRole.Broker or ImageRole.ObjectStore or ImageRole.Cache,
                DataPaths.Count: > 0
            }
        && RunsServer(workload);

    /// <summary>It has no command, only options, or the server itself as its command.</summary>
    public static bool RunsServer(Workload workload) =>
        workload.Start is not { } start
        || (start.Commands is [{ Words: [var first, ..] } only] && (first.Raw.StartsWith('-') || Programs.Contains(only.Program)));
}
