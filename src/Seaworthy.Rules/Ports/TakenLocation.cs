using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A location that passes requests for files on, beside one for every path with the ending of such files.</summary>
/// <param name="Because">Where something says that there are files below the location.</param>
/// <param name="Files">The same in a few words.</param>
internal sealed record TakenLocation(NginxLocation Prefix, NginxLocation Suffix, SourceSpan Because, string Files)
{
    // What a path is called that holds nothing but files.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "attachments",
        "avatars",
        "files",
        "images",
        "img",
        "media",
        "photos",
        "pictures",
        "storage",
        "uploads",
    };

    // The same for what pages load, scripts too.
    private static readonly HashSet<string> PageNames = new(StringComparer.OrdinalIgnoreCase) { "assets", "static", "swagger-ui" };

    private static readonly string[] Pictures = ["gif", "jpeg", "jpg", "pdf", "png", "webp"];

    /// <summary>A regular expression wins over a prefix, unless the prefix says <c>^~</c>.</summary>
    public bool IsTaken => Prefix.Modifier.Length == 0 && !SendsAlike(Prefix.Target, Suffix.Target);

    public static IEnumerable<TakenLocation> All(Deployment deployment)
    {
        var callees = deployment
            .Endpoints.Where(use => use is { Origin: EndpointOrigin.Proxy, Callee: not null })
            .ToLookup(use => use.Span, use => use.Callee);
        return from file in deployment.Of<NginxFile>()
            from server in file.Servers
            let suffix = server.Locations.FirstOrDefault(location => location.Suffixes.Count > 0)
            where
                suffix is not null
                && !GoesOn(suffix)
                && !server.Locations.TakeWhile(location => location != suffix).Any(location => location.IsRegularExpression)
            from prefix in server.Locations
            where
                prefix is { Modifier: "" or "^~" }
                && (prefix is { Target: not null, TargetDirective: "proxy_pass" } || IsElsewhere(prefix, suffix, server, file))
                && !prefix.Locations.Any(inner => inner.IsRegularExpression)
            let found = Of(prefix, suffix, server, file, callees[prefix.Target?.Span ?? prefix.Span].OfType<Workload>())
            where found is not null
            select found;
    }

    private static TakenLocation? Of(
        NginxLocation prefix,
        NginxLocation suffix,
        NginxServer server,
        NginxFile file,
        IEnumerable<Workload> callees
    )
    {
        if (prefix.Path.Value == "/")
        {
            return
                prefix.Target is not null
                && suffix is { Target: null, Root: null, Alias: null, Return: null }
                && server.Root is null
                && !file.NamesRoot
                ? new TakenLocation(prefix, suffix, prefix.Path.Span, "the files of the application")
                : null;
        }

        return callees
                .SelectMany(callee => callee.Components)
                .SelectMany(component => component.Routes)
                .FirstOrDefault(route => IsFile(route, prefix, suffix))
                is { } route
                ? new TakenLocation(prefix, suffix, route.Span, $"`{Shown(route)}` of the program")
            : IsNamed(prefix, suffix) ? new TakenLocation(prefix, suffix, prefix.Path.Span, "files")
            : prefix.Headers.FirstOrDefault(IsOfCache) is { } header && Takes(suffix, Pictures)
                ? new TakenLocation(prefix, suffix, header.Span, "files for caches")
            : null;
    }

    /// <summary>It serves the files of a directory in which the other one does not look for them.</summary>
    private static bool IsElsewhere(NginxLocation prefix, NginxLocation suffix, NginxServer server, NginxFile file)
    {
        var root = suffix.Root ?? server.Root;
        return suffix is { Target: null, Alias: null, Return: null }
            && (root is not null || !file.NamesRoot)
            && (prefix.Alias?.Value ?? prefix.Root?.Value) is { } directory
            && !directory.Contains('$', StringComparison.Ordinal)
            && root?.Value.Contains('$', StringComparison.Ordinal) is not true
            && (
                prefix.Alias is not null
                    ? $"{root?.Value.TrimEnd('/')}{prefix.Path.Value}".TrimEnd('/') != directory.TrimEnd('/') || root is null
                    : root?.Value.TrimEnd('/') != directory.TrimEnd('/')
            );
    }

    private static bool IsNamed(NginxLocation prefix, NginxLocation suffix) =>
        prefix.Path.Value.TrimEnd('/').Split('/')[^1] is var name
        && (PageNames.Contains(name) || (Names.Contains(name) && Takes(suffix, Pictures)));

    private static bool Takes(NginxLocation suffix, string[] endings) => suffix.Suffixes.Any(ending => endings.Contains(ending));

    /// <summary>Files of a directory below the location, or a route with such an ending.</summary>
    private static bool IsFile(ServedRoute route, NginxLocation prefix, NginxLocation suffix)
    {
        var to = prefix.Target?.Path ?? prefix.Path.Value;
        return to.Length > 1
            && route.Path.Text.StartsWith(to, StringComparison.OrdinalIgnoreCase)
            && (
                (route.IsStatic && route.Path.IsPrefix)
                || suffix.Suffixes.Any(ending => route.Path.Text.EndsWith($".{ending}", StringComparison.OrdinalIgnoreCase))
            );
    }

    private static string Shown(ServedRoute route) => route.Path.Text.Replace("{**}", "*", StringComparison.Ordinal);

    private static bool IsOfCache(NginxHeader header) =>
        header.Name.Equals("Cache-Control", StringComparison.OrdinalIgnoreCase)
        && header.Value.Contains("public", StringComparison.Ordinal)
        && header.Value.Contains("max-age", StringComparison.Ordinal);

    /// <summary>What is no file there goes to another location.</summary>
    private static bool GoesOn(NginxLocation suffix) =>
        suffix.Rewrites.Count > 0 || suffix.TryFiles is [.., { Value: ['@', ..] or ['/', ..] }];

    private static bool SendsAlike(ProxyTarget? one, ProxyTarget? other) =>
        one is not null && other is not null && one.Url.Raw.TrimEnd('/') == other.Url.Raw.TrimEnd('/');
}
