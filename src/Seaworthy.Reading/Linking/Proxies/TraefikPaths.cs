using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>Routers of Traefik in the labels of Compose services that match one path, with what their middlewares take away from it.</summary>
/// <remarks>Source: Traefik documentation, "Docker: Routing Configuration", "StripPrefix": the prefix is removed from the path before the request is forwarded.</remarks>
internal static class TraefikPaths
{
    // Kinds that leave the path as it is.
    private static readonly string[] Harmless =
    [
        "stripprefix",
        "headers",
        "ratelimit",
        "compress",
        "basicauth",
        "digestauth",
        "forwardauth",
        "retry",
        "buffering",
        "circuitbreaker",
        "ipallowlist",
        "ipwhitelist",
        "inflightreq",
        "redirectscheme",
    ];

    public static IEnumerable<TraefikPath> Of(Deployment deployment)
    {
        var proxy = deployment.Workloads.FirstOrDefault(workload => workload.Public?.Name == "traefik");
        return proxy is null
            ? []
            : from file in deployment.Of<ComposeFile>()
            let labelled = file.Services.Select(each => new { Service = each, Labels = LabelsOf(each) }).ToList()
            let everywhere = labelled.SelectMany(each => each.Labels).ToList()
            from one in labelled
            let service = one.Service
            let own = one.Labels
            from rule in own
            where rule.Words is ["traefik", "http", "routers", _, "rule"] && PathOf(rule.Value) is not null
            let callee = deployment.Workloads.FirstOrDefault(workload =>
                workload.Kind == TargetKind.Compose && workload.Name == service.Name.Value && workload.Span.File == file.File
            )
            where callee is not null && callee != proxy
            let found = Of(proxy, callee, own, everywhere, rule)
            where found is not null
            select found;
    }

    private static TraefikPath? Of(Workload proxy, Workload callee, List<Label> own, List<Label> everywhere, Label rule)
    {
        var from = PathOf(rule.Value) ?? "/";
        var chosen = own.Find(label => label.Words is ["traefik", "http", "routers", _, "middlewares"] && label.Words[3] == rule.Words[3]);
        var to = from;
        var place = rule.Span;
        foreach (var name in chosen?.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var bare = name.Split('@')[0];
            var options = everywhere.FindAll(label =>
                label.Words is ["traefik", "http", "middlewares", _, _, ..] && label.Words[3] == bare
            );
            if (options.Count == 0 || options.Exists(option => !Harmless.Contains(option.Words[4], StringComparer.OrdinalIgnoreCase)))
            {
                return null;
            }

            foreach (
                var option in options.Where(option =>
                    option.Words[4].Equals("stripprefix", StringComparison.OrdinalIgnoreCase) && option.Words is [.., "prefixes"]
                )
            )
            {
                var prefix = option.Value.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(each => IsBelow(to, each.TrimEnd('/')));
                if (prefix is not null)
                {
                    to = "/" + to[prefix.TrimEnd('/').Length..].TrimStart('/');
                    place = option.Span;
                }
            }
        }

        return new TraefikPath(proxy, callee, from, to, place) { Chosen = to == from ? null : chosen?.Span };
    }

    private static bool IsBelow(string path, string prefix) =>
        prefix.Length > 0 && (path == prefix || path.StartsWith(prefix + "/", StringComparison.Ordinal));

    /// <summary>The one path that a rule names; null when it names none, several, or leaves some out.</summary>
    private static string? PathOf(string rule) =>
        !rule.Contains('!', StringComparison.Ordinal)
        && !rule.Contains("||", StringComparison.Ordinal)
        && TraefikMatcher.Of(rule).Where(matcher => matcher.Name.StartsWith("Path", StringComparison.Ordinal)).ToList()
            is [{ Name: "PathPrefix", Arguments: [['/', _, ..] path] }]
        && !path.AsSpan().ContainsAny('{', '$')
            ? path.TrimEnd('/')
            : null;

    private static List<Label> LabelsOf(ComposeService service) =>
        [
            .. service
                .Labels.Concat(service.Deploy?.Labels ?? [])
                .Where(label => label.Name.Value.StartsWith("traefik.", StringComparison.OrdinalIgnoreCase))
                .Select(label => new Label(label.Name.Value.Split('.'), label.Value?.Raw ?? "", label.Span)),
        ];

    private sealed record Label(string[] Words, string Value, SourceSpan Span);
}
