using Seaworthy.Model.Declared.Proxies;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>The groups of servers that the files of one nginx name.</summary>
/// <remarks>Source: nginx documentation, "Module ngx_http_upstream_module".</remarks>
internal sealed class NginxUpstreams(IEnumerable<NginxFile> files)
{
    private readonly ILookup<string, IReadOnlyList<ProxyTarget>> servers = files
        .SelectMany(file => file.Upstreams)
        .ToLookup(upstream => upstream.Name.Value, upstream => upstream.Servers, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first server of the group that a target names, or the target itself; null for a group without servers.</summary>
    public ProxyTarget? First(ProxyTarget target) =>
        servers[target.Host ?? ""].FirstOrDefault() is not { } group ? target : group.FirstOrDefault();
}
