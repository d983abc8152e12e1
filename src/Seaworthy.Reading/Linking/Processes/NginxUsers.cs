using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The official nginx as a user other than root: what it writes at its start, and whether that user may.</summary>
/// <remarks>
/// Source: Docker Hub: nginx, "Running nginx as a non-root user": <c>/run/nginx.pid</c> and <c>/var/cache/nginx</c> belong to root; nginx makes the directories below the latter before it serves.
/// </remarks>
internal static class NginxUsers
{
    private const string Main = "/etc/nginx/nginx.conf";
    private const string Pid = "/run/nginx.pid";
    private const string Cache = "/var/cache/nginx";

    // A change of owner on one of these directories, or on one around it, solves the problem.
    private static readonly string[] AroundPid = ["pid", "/run", "/etc/nginx"];
    private static readonly string[] AroundCache = ["/var/cache", "_temp"];

    public static IReadOnlyList<NginxUser> Link(Deployment deployment) =>
        [
            .. deployment
                .Workloads.Select(workload => OfWorkload(deployment, workload))
                .Concat(deployment.Images.Select(image => OfImage(deployment, image)))
                .OfType<NginxUser>()
                .DistinctBy(found => found.User.Span),
        ];

    private static NginxUser? OfWorkload(Deployment deployment, Workload workload)
    {
        Container container = new($"{workload.Name} in {workload.TargetName}", workload.Image, workload, workload.Start);
        return
            (workload.Image?.Final.PublicBase ?? workload.Public)?.Name == "nginx"
            && (workload.User ?? workload.Image?.Final.User) is { } user
            && NginxConfiguration.Of(deployment, workload) is { } configuration
            ? Of(container, user, configuration)
            : null;
    }

    private static NginxUser? OfImage(Deployment deployment, Image image)
    {
        var start = deployment.StartupsOf(image).FirstOrDefault(startup => startup.Image == image)?.Start;
        return
            image.Final is { PublicBase.Name: "nginx", User: { } user }
            && !deployment.WorkloadsOf(image).Any()
            && NginxConfiguration.Of(deployment, image, start) is { } configuration
            ? Of(new Container(image.Dockerfile.File.Path, image, null, start), user, configuration)
            : null;
    }

    private static NginxUser? Of(Container container, Fact<string> user, NginxConfiguration configuration)
    {
        configuration.Placed.TryGetValue(Main, out var main);
        // The image's own start alone, and a configuration that was read, or the image's own.
        if (
            user.Value.Split(':')[0] is "root" or "0" or ""
            || !container.OnlyStarts(["nginx"])
            || (main is null && (container.Replaces(Main) || configuration.UnreadBecause is not null))
            || Commands(container.Image).Any(command => IsOpaque(command.Command))
        )
        {
            return null;
        }

        List<string> denied = [];
        if (PidOf(container, main) is { } pid && !IsGiven(container, pid, AroundPid))
        {
            denied.Add(pid);
        }

        if (main?.TemporaryPath is null && !IsGiven(container, Cache, AroundCache))
        {
            denied.Add(Cache);
        }

        return new NginxUser(container.Subject, user)
        {
            Denied = denied,
            IsReadOnly = container.Workload?.IsReadOnly == true,
            Configuration = main?.Pid?.Span,
        };
    }

    /// <summary>Where it is written among the directories of root; null elsewhere, and where a flag of the start may say it.</summary>
    private static string? PidOf(Container container, NginxFile? main)
    {
        var path = main?.Pid?.Value ?? Pid;
        var isTold = container.Start?.Whole.Any(command =>
            command.Words.Any(word => word.Raw.Contains("pid", StringComparison.Ordinal) || word.Literal is "-c" or "-p")
        );
        return
            isTold == true
            || !(path.StartsWith("/run/", StringComparison.Ordinal) || path.StartsWith("/var/run/", StringComparison.Ordinal))
            ? null
            : path;
    }

    private static bool IsGiven(Container container, string path, string[] around) =>
        container.Workload?.Mounts.Any(mount =>
            mount.Inside(path) is not null
            || mount.Inside("/var" + path) is not null
            || (path.StartsWith("/var/run", StringComparison.Ordinal) && mount.Path.TrimEnd('/') == "/run")
        ) == true
        || Commands(container.Image)
            .SelectMany(command => command.Command.Words.Skip(1))
            .Any(word =>
                word.Raw.Trim('"', '\'', '/') is "var" or "" or "var/run" or "run"
                || around.Any(part => word.Raw.Contains(part, StringComparison.Ordinal))
            );

    private static IEnumerable<StageCommand> Commands(Image? image) => image?.Down(image.Final).SelectMany(stage => stage.Commands) ?? [];

    /// <summary>Its effect on the system's files is unknown.</summary>
    private static bool IsOpaque(ShellCommand command) =>
        command.Program is "eval" or "source" or "." or "xargs" or "find"
        || (command.Program.Length == 0 && command.Words.Count > 0)
        || !(
            HarmlessPrograms.Contains(command.Program)
            || command.Program
                is ""
                    or "mkdir"
                    or "touch"
                    or "cp"
                    or "mv"
                    or "ln"
                    or "curl"
                    or "wget"
                    or "tar"
                    or "npm"
                    or "npx"
                    or "openssl"
        );
}
