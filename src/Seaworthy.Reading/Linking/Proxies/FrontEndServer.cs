using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>The configuration of nginx or Caddy with which the build of a front end is served.</summary>
/// <param name="Name">nginx or Caddy.</param>
/// <param name="Files">What was read of it; empty for the one that the image brings.</param>
/// <param name="Place">What answers where nothing else does.</param>
/// <param name="AnswersWithPage">A path without a file is answered with the page of the application.</param>
/// <remarks>Sources: nginx documentation, "location", "try_files"; Caddy documentation, "try_files", "handle"; Docker Hub: nginx, whose own server serves files only.</remarks>
internal sealed record FrontEndServer(string Name, IReadOnlyList<Artifact> Files, SourceSpan Place, bool AnswersWithPage)
{
    // Files of types and parameters: none has a location.
    private static readonly string[] Harmless =
    [
        "mime.types",
        "_params",
        "fastcgi.conf",
        "/modules",
        "modules-enabled",
        "ssl",
        "conf.d/*",
        "sites-enabled/*",
    ];

    /// <summary>Null where it is neither, or where not all of it was read.</summary>
    public static FrontEndServer? Of(Deployment deployment, Workload workload) =>
        NginxConfiguration.Of(deployment, workload) is { } nginx
            ? OfNginx(nginx, workload.Image?.Final.Declared.Base.Span ?? workload.Reference?.Span ?? workload.Span)
            : OfCaddy([.. ProxyEndpoints.CaddyFiles(deployment, workload)]);

    /// <summary>The one of an image that nothing of the tree runs.</summary>
    public static FrontEndServer? Of(Deployment deployment, Image image) =>
        NginxConfiguration.Of(deployment, image, null) is { } nginx ? OfNginx(nginx, image.Final.Declared.Base.Span) : null;

    /// <summary>A location for all paths, or for a pattern, passes requests on.</summary>
    public bool MayPassAll { get; private init; }

    /// <summary>Something of it may pass requests on that begin so.</summary>
    public bool Passes(string path) => MayPassAll || Files.Any(file => RoutesInFront.Names(RoutesInFront.WithoutComments(file.File), path));

    private static FrontEndServer? OfNginx(NginxConfiguration nginx, SourceSpan image)
    {
        if (nginx.UnreadBecause is not null)
        {
            return null;
        }

        if (!nginx.ReplacesDefault)
        {
            return nginx.Files.Count == 0 ? new FrontEndServer("nginx", [], image, false) : null;
        }

        var files = nginx.Loaded();
        var servers = files.SelectMany(file => file.Servers).ToList();
        var locations = servers
            .SelectMany(server => server.Locations)
            .Concat(files.SelectMany(file => file.Locations))
            .SelectMany(RoutesInFront.Within);
        if (
            servers.Count == 0
            || servers.Exists(server => server.Rewrites.Count > 0)
            || files.SelectMany(file => file.Includes).Any(include => IsUnread(nginx, include.Value))
        )
        {
            return null;
        }

        var rest = servers.SelectMany(server => server.Locations).FirstOrDefault(location => location is { Modifier: "", Path.Value: "/" });
        var tries = rest?.TryFiles is { Count: > 0 } own
            ? own
            : servers.Select(server => server.TryFiles).FirstOrDefault(found => found.Count > 0) ?? [];
        return new FrontEndServer(
            "nginx",
            files,
            rest?.Span ?? (servers.Find(server => server.Return is null) ?? servers[0]).Span,
            tries is [.., { Value: var last }] && last.EndsWith(".html", StringComparison.Ordinal)
        )
        {
            MayPassAll =
                files.Any(RoutesInFront.PassesAll)
                || locations.Any(location => location is { IsRegularExpression: true, Target: not null }),
        };
    }

    private static bool IsUnread(NginxConfiguration nginx, string include) =>
        !Harmless.Any(word => include.Contains(word, StringComparison.Ordinal))
        && !nginx.Placed.Keys.Any(path => path.EndsWith(RepositoryPath.NameOf(include), StringComparison.Ordinal));

    private static FrontEndServer? OfCaddy(List<CaddyFile> files) =>
        files is [{ Imports.Count: 0 } file] && file.Sites.FirstOrDefault(site => site.ServesFiles) is { } site
            ? new FrontEndServer("Caddy", files, site.Span, file.File.Text.Contains(".html", StringComparison.Ordinal))
            {
                MayPassAll = file.Sites.Any(each => each.Proxies.Any(proxy => proxy.Path is null)),
            }
            : null;
}
