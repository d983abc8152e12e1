using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The nginx configuration that a workload runs with: what its image copies and what its target mounts under <c>/etc/nginx</c>.</summary>
/// <param name="ReplacesDefault">The image's own default server is gone.</param>
internal sealed record NginxConfiguration(IReadOnlyList<NginxFile> Files, bool ReplacesDefault)
{
    private const string Directory = "/etc/nginx";

    /// <summary>Null for a workload that is not nginx.</summary>
    public static NginxConfiguration? Of(Deployment deployment, Workload workload)
    {
        var name = workload.Public?.Name ?? workload.Image?.Final.PublicBase?.Name;
        if (name is null || !name.Contains("nginx", StringComparison.Ordinal))
        {
            return null;
        }

        Dictionary<string, string> placed = new(StringComparer.Ordinal);
        foreach (var (path, source) in workload.Image?.Final.Files.CopiedUnder(Directory) ?? [])
        {
            placed[path] = source;
        }

        foreach (var (path, source) in Mounted(deployment.Tree, workload))
        {
            placed[path] = source;
        }

        var files = placed.Values.Distinct(StringComparer.Ordinal).Select(deployment.At<NginxFile>).OfType<NginxFile>();
        var replaces =
            placed.ContainsKey($"{Directory}/conf.d/default.conf")
            || placed.ContainsKey($"{Directory}/templates/default.conf.template")
            || placed.ContainsKey($"{Directory}/nginx.conf");
        return new NginxConfiguration([.. files], replaces);
    }

    /// <summary>The ports of every server; incomplete when one is computed or a file was not read.</summary>
    public ListeningPorts Listens(Workload workload)
    {
        var listens = Files.SelectMany(file => file.Servers).SelectMany(server => server.Listens).ToList();
        var known = (workload.Public ?? workload.Image?.Final.PublicBase)?.Ports ?? [];
        var place = workload.Reference?.Span ?? workload.Image?.Final.Declared.Base.Span ?? workload.Span;
        IEnumerable<ListeningPort> own = ReplacesDefault ? [] : known.Select(port => new ListeningPort(port.Number, null, [place]));
        var ports = listens
            .Where(listen => listen.Port is not null)
            .Select(listen => new ListeningPort(listen.Port ?? 0, null, [listen.Span]));
        var why =
            ReplacesDefault && listens.Count == 0 ? "its configuration was not read"
            : listens.FirstOrDefault(listen => listen.Port is null) is { } computed ? $"{computed.Span.Line} is computed"
            : null;
        return new ListeningPorts([.. own.Concat(ports).DistinctBy(port => port.Port)], why);
    }

    private static IEnumerable<CopiedFile> Mounted(RepositoryTree tree, Workload workload)
    {
        foreach (
            var mount in workload.Mounts.Where(mount =>
                mount.Kind == MountKind.Bind && mount.Path.StartsWith(Directory, StringComparison.Ordinal)
            )
        )
        {
            if (mount.Source is not { } source)
            {
                continue;
            }

            if (tree.HasFile(source))
            {
                yield return new CopiedFile(mount.Path, source);
            }

            foreach (var file in tree.HasDirectory(source) ? tree.FilesUnder(source) : [])
            {
                yield return new CopiedFile($"{mount.Path}/{RepositoryPath.Below(source, file.Path)}", file.Path);
            }
        }
    }
}
