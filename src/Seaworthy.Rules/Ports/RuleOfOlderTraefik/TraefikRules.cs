using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Ports;

/// <summary>The routing rules that a Traefik of known version reads: labels of Compose services and mounted files.</summary>
/// <remarks>Traefik documentation, "Docker", "File" (providers); "Migration Guide: From v2 to v3".</remarks>
internal static class TraefikRules
{
    private const string Syntax = "ruleSyntax";

    public static IReadOnlyList<RoutingRule> Link(Deployment deployment)
    {
        var proxies = deployment.Of<ComposeFile>().SelectMany(file => file.Services, Proxy).OfType<FoundProxy>().ToList();

        // With several versions it is unknown which one reads the labels; and a setting may select the older syntax.
        if (
            proxies is not [var first, ..]
            || proxies.Exists(proxy => proxy.Major != first.Major)
            || deployment.Artifacts.Any(artifact => artifact.File.Mentions(Syntax, StringComparison.OrdinalIgnoreCase))
        )
        {
            return [];
        }

        return [.. Labels(deployment, proxies), .. Files(deployment, proxies)];
    }

    private static IEnumerable<RoutingRule> Labels(Deployment deployment, List<FoundProxy> proxies) =>
        from file in deployment.Of<ComposeFile>()
        from service in file.Services
        from label in service.Labels.Concat(service.Deploy?.Labels ?? [])
        let value = label.Value
        where value is not null
        let words = label.Name.Value.Split('.')
        where words is ["traefik", "http" or "tcp", "routers", _, "rule"]
        select new RoutingRule(
            new Fact<string>(value.Raw.Replace("$$", "$", StringComparison.Ordinal), label.Span),
            $"router `{words[3]}` in {file.File.Path}",
            (proxies.Find(proxy => proxy.Image.Span.File == file.File) ?? proxies[0]).Image
        )
        {
            Major = proxies[0].Major,
        };

    private static IEnumerable<RoutingRule> Files(Deployment deployment, List<FoundProxy> proxies) =>
        from file in deployment.Of<TraefikFile>()
        let proxy = proxies.Find(proxy =>
            proxy.Mounts.Any(mount => file.File.Path == mount || file.File.Path.StartsWith(mount + "/", StringComparison.Ordinal))
        )
        where proxy is not null
        from router in file.Routers
        let rule = router.Rule
        where rule is not null
        select new RoutingRule(rule, $"router `{router.Name.Value}` in {file.File.Path}", proxy.Image) { Major = proxy.Major };

    private static FoundProxy? Proxy(ComposeFile file, ComposeService service)
    {
        if (
            service.Image is not { } image
            || ImageReference.Parse(image.Raw) is not { IsOfficial: true, Name: "traefik" } reference
            || Major(reference.EffectiveTag) is not { } major
        )
        {
            return null;
        }

        var mounts = service
            .Volumes.Select(mount => mount.Source?.Raw)
            .OfType<string>()
            .Where(source => source is ['.', ..])
            .Select(source => RepositoryPath.Join(file.File.Directory, source.TrimEnd('/')))
            .OfType<string>();
        return new FoundProxy(new Fact<string>(reference.ToString(), image.Span), major, [.. mounts.Where(path => path.Length > 0)]);
    }

    /// <summary><c>latest</c> has been version 3 since April 2024.</summary>
    private static int? Major(string tag)
    {
        var text = tag.TrimStart('v').Split('.', '-')[0];
        return tag == "latest" ? 3
            : int.TryParse(text, out var major) && major is > 0 and < 10 ? major
            : null;
    }

    private sealed record FoundProxy(Fact<string> Image, int Major, IReadOnlyList<string> Mounts);
}
