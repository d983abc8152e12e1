using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The directories that nginx serves, and its fallback page, as paths of the workload. Only certain ones are listed.</summary>
internal static class ServedFiles
{
    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        Lazy<WrittenPaths> written = new(() => new WrittenPaths(deployment));
        return from workload in deployment.Workloads
            let configuration = NginxConfiguration.Of(deployment, workload)
            where configuration is not null
            let files = new ContainerFiles(deployment.Tree, workload.Image, workload)
            from file in configuration.Loaded()
            from server in file.Servers
            from use in OfServer(deployment.Tree, workload, files, server)
            where
                !use.Answer.IsMissing
                || !(
                    IsPutThere(deployment, workload, use.Path, written)
                    || (use.Answer.Presence == Presence.Absent && IsShared(deployment, workload, use.Path))
                )
            select use;
    }

    /// <summary>A command of the repository makes the directory of the host that is mounted there: <c>mv build deploy/app</c>, or one of its name where the software is put.</summary>
    private static bool IsPutThere(Deployment deployment, Workload workload, string path, Lazy<WrittenPaths> written) =>
        Sources(workload, path)
            .Any(source =>
                written.Value.Find(source) is not null
                || deployment.Commands.Any(site => Moves(site.Command, "/" + source[(source.LastIndexOf('/') + 1)..]))
            );

    private static bool Moves(ShellCommand command, string ending) =>
        command.Program is "mv" or "cp" or "rsync" or "scp" or "ln"
        && command.Words is [.., var target]
        && target.Raw.Trim('"', '\'').TrimEnd('/').EndsWith(ending, StringComparison.Ordinal);

    /// <summary>Another container has the same directory of the host, and may write: uploads.</summary>
    private static bool IsShared(Deployment deployment, Workload workload, string path) =>
        Sources(workload, path)
            .Any(source =>
                deployment.Workloads.Any(other =>
                    !ReferenceEquals(other, workload)
                    && other.Mounts.Any(own => own is { Kind: MountKind.Bind, IsReadOnly: false } && own.Source == source)
                )
            );

    /// <summary>What of the host is mounted where a path is.</summary>
    private static IEnumerable<string> Sources(Workload workload, string path) =>
        workload
            .Mounts.Where(mount => mount.Kind == MountKind.Bind && ImagePath.Inside(Trim(mount.Path), Trim(path)) is not null)
            .Select(mount => mount.Source)
            .OfType<string>();

    private static IEnumerable<PathUse> OfServer(RepositoryTree tree, Workload workload, ContainerFiles files, NginxServer server)
    {
        var start = server.Locations.FirstOrDefault(location => location is { Path.Value: "/", IsRegularExpression: false });
        if (start is null or { Target: null, Return: null } && (start?.Root ?? server.Root) is { } root && IsPlain(workload, root))
        {
            var answer = files.Find(root.Value.Length > 1 ? root.Value.TrimEnd('/') : root.Value);
            // What a gateway behind it runs (FastCGI) need not be here.
            if (answer.Presence == Presence.Absent && !HasGateway(server))
            {
                yield return Use(workload, root, root.Value, answer);
            }
            else if (answer.Presence == Presence.Present)
            {
                var page = FrontPage(tree, files, server, start, root.Value);
                yield return Use(
                    workload,
                    root,
                    page is null ? root.Value : ImagePath.Under(root.Value.TrimEnd('/'), ImagePath.NameOf(page.Looked)),
                    page ?? answer
                );
            }
        }

        foreach (var location in server.Locations.Where(location => location is { Target: null, IsRegularExpression: false }))
        {
            if (
                location.Alias is { Value: [.., '/'] } alias
                && IsPlain(workload, alias)
                && files.Find(alias.Value.TrimEnd('/')) is { Presence: Presence.Absent } absent
            )
            {
                yield return Use(workload, alias, alias.Value, absent);
            }
        }
    }

    /// <summary>The last of <c>try_files</c>, which every other request ends at: absent where the root is, and in a directory for the public below it.</summary>
    private static PathAnswer? FrontPage(RepositoryTree tree, ContainerFiles files, NginxServer server, NginxLocation? start, string root)
    {
        var tried = start?.TryFiles is { Count: > 1 } own ? own : server.TryFiles;
        if (tried is not [.., { Value: ['/', ..] last }])
        {
            return null;
        }

        var name = last.Split('?')[0].TrimStart('/');
        if (name.Length == 0 || name.AsSpan().ContainsAny("$/") || !name.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }

        var answer = files.Find(ImagePath.Under(root.TrimEnd('/'), name));
        return answer.Presence != Presence.Absent
            ? null
            : new[] { "public", "web", "webroot", "pub", "htdocs", "www", "dist", "build" }
                .Select(directory => files.Find(ImagePath.Under(root.TrimEnd('/'), $"{directory}/{name}")))
                .Where(other => other is { Presence: Presence.Present, Actual: { } path } && tree.HasFile(path))
                .Select(other => answer with { Presence = Presence.Elsewhere, Actual = other.Actual, Because = other.Because })
                .FirstOrDefault();
    }

    private static bool HasGateway(NginxServer server) =>
        server.Locations.Any(location => location.TargetDirective is "fastcgi_pass" or "uwsgi_pass" or "scgi_pass");

    /// <summary>Literal, and nothing but files of the repository or of the image there: what is in a volume, others put in.</summary>
    private static bool IsPlain(Workload workload, Fact<string> path) =>
        path.Value is ['/', _, ..]
        && !path.Value.Contains('$', StringComparison.Ordinal)
        && !workload.Mounts.Any(mount =>
            mount.Kind != MountKind.Bind
            && (ImagePath.Inside(Trim(mount.Path), Trim(path.Value)) ?? ImagePath.Inside(Trim(path.Value), Trim(mount.Path))) is not null
        );

    private static string Trim(string path) => path.Length > 1 ? path.TrimEnd('/') : path;

    private static PathUse Use(Workload workload, Fact<string> place, string path, PathAnswer answer) =>
        new(PathRole.ProxyFile, path, place.Span, $"{workload.Name} in {workload.TargetName}", answer)
        {
            From = "the container",
            FromSpan = answer.Because,
            Tool = "nginx",
        };
}
