using Seaworthy.Model;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Monitoring;
using Seaworthy.Reading.Readers.Sql;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Configurations of known programs where containers hold them, and what becomes of the holes in them.</summary>
internal static class PlacedConfigurations
{
    private const string FirstStart = "/docker-entrypoint-initdb.d";

    private static readonly SqlScriptReader SqlReader = new();

    private static readonly string[] Servers = ["postgres", "mysqld", "mariadbd", "docker-entrypoint.sh"];

    public static IReadOnlyList<PlacedConfiguration> Link(Deployment deployment)
    {
        FileRewrites rewrites = new(deployment);
        return
        [
            .. NginxPlaces.Find(deployment, rewrites),
            .. Alertmanagers(deployment).Concat(FirstStarts(deployment)).Concat(RedisPlaces.Find(deployment)).Select(rewrites.Apply),
        ];
    }

    /// <remarks>Alertmanager documentation, "Configuration": there are no variables of the environment in it.</remarks>
    private static IEnumerable<PlacedConfiguration> Alertmanagers(Deployment deployment) =>
        from mounted in MountedFiles.Find<AlertmanagerConfig>(deployment)
        where
            mounted.Artifact is AlertmanagerConfig { EnvironmentHoles.Count: > 0 }
            && mounted.Workload is { Public.Name: "prom/alertmanager" } or { Image.Final.PublicBase.Name: "prom/alertmanager" }
        let container = new Container(
            $"{mounted.Workload.Name} in {mounted.Workload.TargetName}",
            mounted.Workload.Image,
            mounted.Workload,
            mounted.Workload.Start
        )
        where IsOwnStart(container, "alertmanager")
        select new PlacedConfiguration(container.Subject, "Alertmanager", mounted.Artifact.File, mounted.Path, mounted.Place)
        {
            IsInManifest = container.IsInCluster,
            Holes = Unfilled(((AlertmanagerConfig)mounted.Artifact).EnvironmentHoles),
        };

    /// <remarks>Docker Hub: postgres, mysql and mariadb, "Initialization scripts": files of SQL are given to the client as they are.</remarks>
    private static IEnumerable<PlacedConfiguration> FirstStarts(Deployment deployment) =>
        from workload in deployment.Workloads
        let known = workload.Public ?? workload.Image?.Final.PublicBase
        where known?.Name is "postgres" or "timescale/timescaledb" or "mysql" or "mariadb"
        let container = new Container($"{workload.Name} in {workload.TargetName}", workload.Image, workload, workload.Start)
        where IsOwnStart(container, Servers)
        from found in Scripts(deployment, container)
        where
            found.Script.EnvironmentHoles.Count > 0
            && found.Path.StartsWith(FirstStart, StringComparison.Ordinal)
            && container.PlaceOf(found.Path) is not null
        select new PlacedConfiguration(
            container.Subject,
            known.Name,
            found.Script.File,
            found.Path,
            container.PlaceOf(found.Path) ?? workload.Span
        )
        {
            IsInManifest = container.IsInCluster,
            Holes = Unfilled(found.Script.EnvironmentHoles),
        };

    private static IEnumerable<PlacedScript> Scripts(Deployment deployment, Container container) =>
        deployment
            .Of<SqlScript>()
            .SelectMany(script => container.PathsOf(script.File.Path).Select(path => new PlacedScript(script, path)))
            .Concat(
                from mount in container.Workload?.Mounts ?? []
                from text in mount.Files
                let script = MountedArtifact.Read<SqlScript>(text, SqlReader)
                where script is not null
                select new PlacedScript(script, text.Path)
            );

    // Words that begin with a dash are flags for the program of the image's entry point.
    private static bool IsOwnStart(Container container, params string[] programs) =>
        container.Start is not { } start
        || start.Whole.All(command => command.Words is [{ Raw: ['-', ..] }, ..] || programs.Contains(ImagePath.NameOf(command.Program)));

    private static IReadOnlyList<PlacedHole> Unfilled(IReadOnlyList<EnvironmentHole> holes) =>
        [.. holes.Select(hole => new PlacedHole(hole, hole.IsRefused ? HoleFate.Refused : HoleFate.Literal))];

    private sealed record PlacedScript(SqlScript Script, string Path);
}
