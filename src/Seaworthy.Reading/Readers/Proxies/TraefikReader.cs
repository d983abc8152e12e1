using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>Reads Traefik's configuration in YAML or TOML: entry points and providers, or routers and services.</summary>
/// <remarks>Source: Traefik documentation, "Static Configuration: File" and "Dynamic Configuration: File".</remarks>
internal sealed class TraefikReader : Reader
{
    public override bool Accepts(string path)
    {
        var isTree =
            path.EndsWith(".yml", StringComparison.Ordinal)
            || path.EndsWith(".yaml", StringComparison.Ordinal)
            || path.EndsWith(".toml", StringComparison.Ordinal);
        return isTree && path.Contains("traefik", StringComparison.OrdinalIgnoreCase);
    }

    public override Artifact? Read(FileSyntax file)
    {
        var parsed = file.File.Path.EndsWith(".toml", StringComparison.Ordinal) ? file.Toml : file.Yaml;
        if (
            parsed.Root is not { } root
            || root["services"] is not null
            || root["apiVersion"] is not null
            || (root["entryPoints"] ?? root["http"] ?? root["tcp"] ?? root["providers"]) is null
        )
        {
            return null;
        }

        return new TraefikFile(file.File)
        {
            Routers = [.. Entries(root, "routers").Select(Router)],
            Services = [.. Entries(root, "services").Select(Service)],
            Problems = parsed.Problems,
        };
    }

    private static IEnumerable<NodeEntry> Entries(Node root, string kind) =>
        (root.At("http", kind)?.Entries ?? []).Concat(root.At("tcp", kind)?.Entries ?? []);

    private static Fact<string> Name(NodeEntry entry) => new(entry.Key, entry.KeySpan);

    private static TraefikRouter Router(NodeEntry entry)
    {
        var rule = entry.Value["rule"]?.Fact;
        return new TraefikRouter(Name(entry))
        {
            Rule = rule,
            Hosts = TraefikRule.Arguments(rule?.Value ?? "", "Host", "HostSNI"),
            Paths = TraefikRule.Arguments(rule?.Value ?? "", "Path", "PathPrefix"),
            Service = entry.Value["service"]?.Fact,
        };
    }

    private static TraefikService Service(NodeEntry entry)
    {
        var balancer = entry.Value["loadBalancer"];
        var addresses = (balancer?["servers"]?.Items ?? [])
            .Select(server => (server["url"] ?? server["address"])?.Fact)
            .OfType<Fact<string>>();
        return new TraefikService(Name(entry))
        {
            Servers = [.. addresses.Select(address => ProxyAddress.Of(Template.Of(address.Value, address.Span)))],
        };
    }
}
