using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Targets.Commanded;

/// <summary>Containers that <c>docker run --detach</c> leaves running on a server.</summary>
/// <remarks>Source: Docker documentation, "docker container run"; "Bind mounts"; "Restart policies".</remarks>
internal static class StartedContainers
{
    /// <summary>The command that leaves a container running; null for one that tests something or ends.</summary>
    public static DockerRunCommand? Of(CommandSite site) =>
        site.Known.OfType<DockerRunCommand>().FirstOrDefault(run => run is { IsDetached: true, IsRemoved: false, Image: not null })
            is { } run
        && (site.IsRemote || (!site.IsOnHostedRunner && IsForServers(site)))
            ? run
            : null;

    public static CloudContainer Container(DockerRunCommand run, CommandSite site, Deployment deployment)
    {
        var words = SiteWords.Of(site, deployment);
        var image = run.Image is { } pulled ? words.Value(pulled) : null;
        return new CloudContainer(Name(run, words) ?? ShortName(image) ?? "container", site.Span)
        {
            Image = image,
            EntryPoint = run.Entrypoint is { } entry ? new CloudValue.List([words.Value(entry)], entry.Span) : null,
            Command = run.Inner is { } inner ? new CloudValue.List([.. inner.Words.Select(words.Value)], inner.Span) : null,
            Variables = [.. run.Environment.Select(given => Variable(given, words)).OfType<SuppliedVariable>()],
            MoreVariablesBecause = run.EnvironmentFiles is [var file, ..] ? $"{file} is on the server" : null,
            Ports = [.. run.Ports.Select(port => Port(port, words)).OfType<PortBinding>()],
            Mounts = [.. run.Volumes.Select(volume => Mounted(volume, words)).OfType<Mount>()],
        };
    }

    /// <summary>What only a container of the engine has.</summary>
    public static Workload Complete(Workload workload, DockerRunCommand run, CommandSite site, Deployment deployment)
    {
        var words = SiteWords.Of(site, deployment);
        var network = run.Network is { } named ? words.Value(named) : null;
        return workload with
        {
            Restart = run.Restart is { } restart ? words.Value(restart).Fact : null,
            ContainerName = run.Name is { } name ? words.Value(name).Fact : null,
            HostNetwork = network?.Known is "host" ? network.Span : null,
            Networks = network?.Fact is { Value: not ("host" or "bridge" or "none") } own ? [own] : [],
            HostNames = network?.Fact is { Value: not ("host" or "bridge" or "none") } && Name(run, words) is { } host ? [host] : [],
        };
    }

    private static bool IsForServers(CommandSite site) =>
        site.Subject.Contains("deploy", StringComparison.OrdinalIgnoreCase)
        || site.Subject.Contains("prod", StringComparison.OrdinalIgnoreCase)
        || site.Subject.Contains("release", StringComparison.OrdinalIgnoreCase);

    private static string? Name(DockerRunCommand run, SiteWords words) => run.Name is { } name ? words.Value(name).Known : null;

    private static string? ShortName(CloudValue? image) =>
        image?.Resolved?.Outline is { } text
        && text[(text.LastIndexOf('/') + 1)..].Split(':', '@')[0] is { Length: > 0 } name
        && !name.Contains(Resolved.Hole, StringComparison.Ordinal)
            ? name
            : null;

    /// <summary><c>-e NAME</c> hands on what the shell has.</summary>
    private static SuppliedVariable? Variable(ShellAssignment given, SiteWords words) =>
        given.Value is { } value
            ? words.Value(value) is { Resolved: { } text } known
                ? new SuppliedVariable(given.Name, text, known.Span, SupplyOrigin.Script)
                : null
            : new SuppliedVariable(given.Name, Resolved.Unknown("the shell hands on its own", given.Span), given.Span, SupplyOrigin.Script);

    // 8080:80, 127.0.0.1:8080:80/tcp
    private static PortBinding? Port(ShellWord word, SiteWords words) =>
        words.Value(word).Resolved?.Outline is { } text
        && text.Split('/') is [var numbers, .. var protocol]
        && numbers.Split(':') is { Length: 2 or 3 } parts
        && Number(parts[^1]) is { } inside
            ? new PortBinding(
                Number(parts[^2]),
                inside,
                parts.Length == 3 ? parts[0] : null,
                protocol is ["udp"] ? "udp" : "tcp",
                "docker run publishes",
                word.Span
            )
            {
                PublishedAs = Number(parts[^2]) is null ? parts[^2] : null,
            }
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What is mounted of a server's disk is not in the repository.</summary>
    private static Mount? Mounted(ShellWord word, SiteWords words)
    {
        if (words.Value(word).Resolved?.Outline is not { } text)
        {
            return null;
        }

        if (text.Contains("target=", StringComparison.Ordinal) || text.Contains("dst=", StringComparison.Ordinal))
        {
            var fields = text.Split(',')
                .Select(field => field.Split('=', 2))
                .Where(pair => pair.Length == 2)
                .ToLookup(pair => pair[0], pair => pair[1]);
            return (fields["target"].Concat(fields["dst"]).FirstOrDefault()) is { } path
                ? new Mount(
                    fields["type"].Contains("volume") ? MountKind.Volume : MountKind.Bind,
                    fields["type"].Contains("volume") ? fields["source"].Concat(fields["src"]).FirstOrDefault() : null,
                    path,
                    false,
                    word.Span
                )
                : null;
        }

        return text.Split(':') switch
        {
            [var path] => new Mount(MountKind.Volume, null, path, false, word.Span),
            [var source, var path, .. var options] when path.StartsWith('/') => source.AsSpan().IndexOfAny('/', '.', Resolved.Hole) >= 0
                ? new Mount(MountKind.Bind, null, path, options.Contains("ro"), word.Span)
                : new Mount(MountKind.Volume, source, path, options.Contains("ro"), word.Span),
            _ => null,
        };
    }
}
