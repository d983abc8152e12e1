using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The configurations with which servers of Redis are started.</summary>
/// <remarks>Source: Docker Hub, redis and valkey, "Additionally, if you want to use your own redis.conf": the path is the first argument of the server.</remarks>
internal static class RedisPlaces
{
    private static readonly string[] Servers =
    [
        "redis-server",
        "redis-sentinel",
        "valkey-server",
        "valkey-sentinel",
        "docker-entrypoint.sh",
    ];

    private const string Port = "port ";

    // Of a line, in a file or in what a shell is given to write.
    private static readonly char[] Ends = ['\n', '\r', '"', '\'', '\\'];

    public static IEnumerable<PlacedConfiguration> Find(Deployment deployment) =>
        from workload in deployment.Workloads
        where (workload.Public ?? workload.Image?.Final.PublicBase)?.Name is "redis" or "valkey/valkey"
        from placed in Of(deployment, workload)
        where placed.File.EnvironmentHoles.Count > 0
        let start = workload.Start?.Text ?? ""
        select new PlacedConfiguration($"{workload.Name} in {workload.TargetName}", "Redis", placed.File.File, placed.Path, placed.Place)
        {
            IsInManifest = workload.Kind == TargetKind.Kubernetes,
            Holes =
            [
                .. placed
                    .File.EnvironmentHoles.Where(hole => !start.Contains("--" + hole.In, StringComparison.Ordinal))
                    .Select(hole => new PlacedHole(hole, hole.IsRefused ? HoleFate.Refused : HoleFate.Literal)),
            ],
        };

    /// <summary>
    /// The port that its configuration says: the file that it is started with, or what its command writes into one; null where it says none, and the server takes its own.
    /// </summary>
    /// <remarks>Source: Redis documentation, "High availability with Redis Sentinel": a Sentinel does not start without a configuration.</remarks>
    public static Resolved? PortOf(Deployment deployment, Workload workload, ServerCommand server)
    {
        if (!server.Program.Name.StartsWith("redis-", StringComparison.Ordinal))
        {
            return null;
        }

        var read = Of(deployment, workload).Select(found => new { found.File.File.Text, Span = found.Place });
        var written = (workload.Start?.Commands ?? [])
            .Where(command => command.Program is "echo" or "printf")
            .SelectMany(command => command.Words.Skip(1))
            .Select(word => new { Text = word.Raw, word.Span });
        var texts = read.Concat(written).ToList();
        return texts.Count == 0 && server.Program.Name.EndsWith("sentinel", StringComparison.Ordinal)
            ? Resolved.Unknown($"the configuration of {workload.Name} may set the port", server.Command.Span)
            : texts
                .SelectMany(
                    text => text.Text.Split(Ends, StringSplitOptions.TrimEntries).Where(IsPort),
                    (text, line) => Resolved.Known(line[Port.Length..].Trim(), text.Span)
                )
                .LastOrDefault();
    }

    private static bool IsPort(string line) => line.StartsWith(Port, StringComparison.Ordinal);

    /// <summary>The file that the server itself is started with; none where a shell does something before.</summary>
    public static IEnumerable<PlacedRedisFile> Of(Deployment deployment, Workload workload)
    {
        if (
            workload.Start is not { } start
            || start.Whole.Any(command => !Servers.Contains(ImagePath.NameOf(command.Program)))
            || start.Whole.Count == 0
        )
        {
            yield break;
        }

        Container container = new(workload.Name, workload.Image, workload, start);
        var words = start.Whole.SelectMany(command => command.Words).Select(word => word.Literal).ToList();
        foreach (var file in deployment.Of<RedisFile>())
        {
            foreach (var path in container.PathsOf(file.File.Path).Where(path => words.Contains(path)))
            {
                if (container.PlaceOf(path) is { } place)
                {
                    yield return new PlacedRedisFile(file, path, place);
                }
            }
        }
    }
}
