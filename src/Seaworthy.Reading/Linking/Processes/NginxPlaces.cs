using Seaworthy.Model;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The files that nginx of the official images reads, where images and targets put them. It skips containers whose start does more than start nginx.</summary>
/// <remarks>Source: Docker Hub: nginx, "Using environment variables in nginx configuration"; nginx documentation, "Core functionality", contexts of directives.</remarks>
internal static class NginxPlaces
{
    private const string Main = "/etc/nginx/nginx.conf";
    private const string Parts = "/etc/nginx/conf.d/";
    private const string Templates = "/etc/nginx/templates/";

    private static readonly string[] Images = ["nginx", "nginxinc/nginx-unprivileged"];

    // A loop that reloads certificates is no change of the configuration.
    private static readonly string[] Starting =
    [
        "nginx",
        "nginx-debug",
        "docker-entrypoint.sh",
        "sleep",
        "wait",
        ":",
        "true",
        "echo",
        "trap",
    ];

    // What the image sets by itself.
    private static readonly string[] OwnVariables =
    [
        "HOME",
        "HOSTNAME",
        "NGINX_VERSION",
        "NJS_RELEASE",
        "NJS_VERSION",
        "PATH",
        "PKG_RELEASE",
        "PWD",
    ];

    public static IEnumerable<PlacedConfiguration> Find(Deployment deployment, FileRewrites rewrites)
    {
        var ofWorkloads =
            from workload in deployment.Workloads
            where IsNginx(workload.Public?.Name ?? workload.Image?.Final.PublicBase?.Name)
            let configuration = NginxConfiguration.Of(deployment, workload)
            where configuration is not null
            from placed in Of(
                new Container($"{workload.Name} in {workload.TargetName}", workload.Image, workload, workload.Start),
                configuration
            )
            select placed;
        var ofImages =
            from image in deployment.Images
            where IsNginx(image.Final.PublicBase?.Name) && !deployment.WorkloadsOf(image).Any()
            let start = deployment.StartupsOf(image).FirstOrDefault(startup => startup.Image == image)?.Start
            let configuration = NginxConfiguration.Of(deployment, image, start)
            where configuration is not null
            from placed in Of(new Container(image.Dockerfile.File.Path, image, null, start), configuration)
            select placed;
        return ofWorkloads.Concat(ofImages).Select(rewrites.Apply);
    }

    private static bool IsNginx(string? image) => image is not null && Images.Contains(image);

    private static IEnumerable<PlacedConfiguration> Of(Container container, NginxConfiguration configuration)
    {
        if (!container.OnlyStarts(Starting) || container.Holds("/docker-entrypoint.d"))
        {
            yield break;
        }

        var loaded = configuration.Loaded();
        var isDefault = !configuration.Placed.ContainsKey(Main) && !container.Replaces(Main);
        foreach (var (path, file) in configuration.Placed.OrderBy(placed => placed.Key, StringComparer.Ordinal))
        {
            if (loaded.Contains(file) && container.PlaceOf(path) is { } place)
            {
                var foreign =
                    path == Main ? file.InsideHttp
                    : isDefault && IsPart(path) ? file.OutsideHttp
                    : null;
                yield return new PlacedConfiguration(container.Subject, "nginx", file.File, path, place)
                {
                    IsPlaceJudged = path == Main || (isDefault && IsPart(path)),
                    IsInManifest = container.IsInCluster,
                    Foreign = foreign,
                    BelongsAt =
                        foreign is null ? null
                        : path == Main ? Parts + "default.conf"
                        : Main,
                    Holes = [.. file.EnvironmentHoles.Select(hole => new PlacedHole(hole, FateOf(container, path, hole)))],
                };
            }
        }
    }

    private static bool IsPart(string path) =>
        path.StartsWith(Parts, StringComparison.Ordinal) || path.StartsWith(Templates, StringComparison.Ordinal);

    private static HoleFate FateOf(Container container, string path, EnvironmentHole hole)
    {
        var unfilled = hole.IsRefused ? HoleFate.Refused : HoleFate.Literal;
        return !path.StartsWith(Templates, StringComparison.Ordinal) || hole.HasDefault ? unfilled
            : OwnVariables.Contains(hole.Name) || container.Supplies(hole.Name) ? HoleFate.Filled
            : !container.TellsAll || hole.Name.StartsWith("NGINX_", StringComparison.Ordinal) ? HoleFate.Unknown
            : hole.IsRefused ? HoleFate.NotSupplied
            : HoleFate.Unknown;
    }
}
