using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>Whether something in front of a web server routes a path elsewhere: an Ingress, labels for a proxy, another nginx or Caddy, a load balancer.</summary>
internal sealed partial class RoutesInFront(Deployment deployment)
{
    private static readonly string[] Gateways = ["envoy", "haproxy", "kong.y", "krakend", "apisix", "ocelot"];

    private static readonly string[] RoutingKinds =
    [
        "VirtualService",
        "IngressRoute",
        "HTTPProxy",
        "Mapping",
        "ApisixRoute",
        "GRPCRoute",
        "TraefikService",
        "Middleware",
    ];

    private readonly Lazy<HashSet<SourceFile>> held = new(() =>
        [
            .. deployment
                .Workloads.SelectMany(workload =>
                    (NginxConfiguration.Of(deployment, workload)?.Files ?? [])
                        .Cast<Artifact>()
                        .Concat(ProxyEndpoints.CaddyFiles(deployment, workload))
                )
                .Concat(deployment.Images.SelectMany(image => NginxConfiguration.Of(deployment, image, null)?.Files ?? []))
                .Select(artifact => artifact.File),
        ]
    );

    /// <summary>Whether any text that routes requests mentions the path.</summary>
    /// <param name="own">The configuration of the web server itself.</param>
    public bool Hold(string path, IReadOnlyCollection<SourceFile> own) => OfKubernetes(path) || OfLabels(path) || OfFiles(path, own);

    /// <summary>Files of a gateway that are not read: it may route anything to whatever runs behind it.</summary>
    public bool HasGateway =>
        deployment.Tree.Files.Any(file =>
            Gateways.Any(name => RepositoryPath.NameOf(file.Path).Contains(name, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>A proxy of the target whose configuration was not read, so that it may route anything.</summary>
    public bool HasUnread(Workload server) =>
        deployment
            .Targets.Where(target => target.Workloads.Contains(server))
            .SelectMany(target => target.Workloads)
            .Any(other =>
                other != server
                && (other.Public ?? other.Image?.Final.PublicBase) is { Role: ImageRole.Proxy or ImageRole.WebServer } known
                && (
                    NginxConfiguration.Of(deployment, other) is { } nginx
                        ? nginx.UnreadBecause is not null || nginx.Files.Count == 0
                        : known.Name is not ("caddy" or "traefik")
                )
            );

    /// <summary>A proxy of its target, or one that finds it by its labels.</summary>
    public bool HasAny(Workload server) =>
        deployment.Endpoints.Any(use => use is { Origin: EndpointOrigin.Proxy } && use.Callee == server && use.Caller != server)
        || deployment
            .Targets.Where(target => target.Workloads.Contains(server))
            .SelectMany(target => target.Workloads)
            .Any(other => other != server && IsProxy(other))
        || deployment
            .Of<ComposeFile>()
            .Where(file => file.File == server.Span.File)
            .SelectMany(file => file.Services)
            .Any(service =>
                service.Name.Value == server.Name
                && service.Labels.Any(label => label.Name.Value.StartsWith("traefik.", StringComparison.Ordinal))
            );

    /// <summary>Where nginx and Caddy lead, their configuration tells.</summary>
    private static bool IsProxy(Workload workload) =>
        (workload.Public ?? workload.Image?.Final.PublicBase) is { Role: ImageRole.Proxy, Name: not "caddy" } known
        && !known.Name.Contains("nginx", StringComparison.Ordinal);

    private bool OfKubernetes(string path) =>
        deployment
            .KubernetesStacks.SelectMany(stack => stack.Objects)
            .Any(each =>
                each switch
                {
                    Ingress ingress => ingress.Rules.SelectMany(rule => rule.Paths).Any(rule => Names(rule.Path?.Value, path)),
                    HttpRoute route => route.Paths.Any(rule => Names(rule.Path?.Value, path)),
                    _ => RoutingKinds.Contains(each.Kind.Value) && Names(each.Span.Text, path),
                }
            ) || deployment.Of<HelmValues>().Any(values => Names(values.File.Text, path));

    private bool OfLabels(string path) =>
        deployment
            .Of<ComposeFile>()
            .SelectMany(file => file.Services)
            .SelectMany(service => service.Labels.Concat(service.Deploy?.Labels ?? []).Concat(service.Environment.Where(IsRouting)))
            .Any(label => Names(label.Value?.Raw, path));

    // nginx-proxy: VIRTUAL_PATH.
    private static bool IsRouting(ComposeVariable variable) => variable.Name.Value == "VIRTUAL_PATH";

    private bool OfFiles(string path, IReadOnlyCollection<SourceFile> own) =>
        deployment
            .Artifacts.Where(artifact => !own.Contains(artifact.File))
            .Any(artifact =>
                artifact switch
                {
                    // One that serves files itself is in the place of this server, and not in front of it.
                    NginxFile nginx => PassesAll(nginx) && IsInUse(nginx.File, Hosts(nginx)) && Names(WithoutComments(nginx.File), path),
                    CaddyFile caddy => caddy.Sites.SelectMany(site => site.Proxies).Any(proxy => proxy.Path is null)
                        && IsInUse(caddy.File, Hosts(caddy))
                        && Names(WithoutComments(caddy.File), path),
                    TraefikFile or TerraformFile => Names(WithoutComments(artifact.File), path),
                    _ => false,
                }
            );

    /// <summary>
    /// A container holds it, or it may be installed on a machine: one that leads to names which only containers resolve is not in use unless a container holds it.
    /// </summary>
    private bool IsInUse(SourceFile file, IEnumerable<string?> hosts) =>
        held.Value.Contains(file)
        || hosts.Any(host =>
            host is null or "localhost" || host.Contains('.', StringComparison.Ordinal) || host.Contains(':', StringComparison.Ordinal)
        );

    private static IEnumerable<string?> Hosts(NginxFile file)
    {
        NginxUpstreams upstreams = new([file]);
        return file
            .Servers.SelectMany(server => server.Locations)
            .SelectMany(Within)
            .Select(location => location.Target)
            .OfType<ProxyTarget>()
            .Select(target => upstreams.First(target)?.Host);
    }

    private static IEnumerable<string?> Hosts(CaddyFile file) =>
        file.Sites.SelectMany(site => site.Proxies).SelectMany(proxy => proxy.Targets).Select(target => target.Host);

    /// <summary>A location for all paths that passes them on.</summary>
    public static bool PassesAll(NginxFile file) =>
        file
            .Servers.SelectMany(server => server.Locations)
            .Concat(file.Locations)
            .SelectMany(Within)
            .Any(location => location.Target is not null && location is { Path.Value: "/" } or { Modifier: "@" });

    public static IEnumerable<NginxLocation> Within(NginxLocation location) => location.Locations.SelectMany(Within).Prepend(location);

    public static string WithoutComments(SourceFile file) => Comment().Replace(file.Text, "");

    /// <summary>A text that routes requests names the first part of a path: <c>/api</c> in <c>location /api/</c>, <c>^/(api|ws)</c>.</summary>
    public static bool Names(string? text, string path) =>
        text is not null
        && path.Trim('/').Split('/')[0] is { Length: > 0 } first
        && WholeWords.Find(text, first, letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-').Any(at => IsInPath(text, at));

    /// <summary>Behind a slash, or in a group or list of such words, and not in a host name.</summary>
    private static bool IsInPath(string text, int at)
    {
        var start = at;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('"' or '\'' or '`'))
        {
            start--;
        }

        var before = text.AsSpan(start, at - start);
        return before.Contains('/') && !before.Contains("://", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?m)(^|[ \t;{}])#.*$")]
    private static partial Regex Comment();
}
