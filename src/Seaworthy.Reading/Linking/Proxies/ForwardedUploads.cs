using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.JavaScript;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>What nginx lets through to components that say how large a file they take.</summary>
/// <remarks>Sources: nginx documentation, "client_max_body_size": a megabyte where nothing is said, 0 for any; Spring Boot reference, "MultipartProperties"; Flask documentation, <c>MAX_CONTENT_LENGTH</c>; Laravel documentation, "Validation", <c>max</c>.</remarks>
internal sealed class ForwardedUploads
{
    private const long DefaultLimit = 1024 * 1024;

    private readonly Deployment deployment;
    private readonly CodeValues values;
    private readonly Dictionary<Workload, Accepted?> accepted = new(ReferenceEqualityComparer.Instance);

    private ForwardedUploads(Deployment deployment, CodeModules modules)
    {
        this.deployment = deployment;
        values = new CodeValues(modules);
    }

    public static IReadOnlyList<ForwardedUpload> Link(Deployment deployment, CodeModules modules)
    {
        ForwardedUploads linker = new(deployment, modules);
        var everywhere = HostDirectory.Everywhere(deployment);
        return
        [
            .. from target in deployment.Targets
            let hosts = new HostDirectory(target, everywhere)
            from proxy in target.Workloads
            from upload in linker.Through(proxy, hosts)
            select upload,
            .. linker.OnHost(),
        ];
    }

    /// <summary>Files that no container reads are for nginx of the machine, which passes requests to ports of its own.</summary>
    private IEnumerable<ForwardedUpload> OnHost()
    {
        var inContainers = deployment
            .Workloads.Select(workload => NginxConfiguration.Of(deployment, workload))
            .Concat(deployment.Images.Select(image => NginxConfiguration.Of(deployment, image, null)))
            .OfType<NginxConfiguration>()
            .SelectMany(configuration => configuration.Files)
            .Select(file => file.File)
            .ToHashSet();
        var accepting = deployment
            .Components.Where(component => component.Routes.Count > 0)
            .Select(component => new { Component = component, Taken = Of([component]) })
            .Where(found => found.Taken is not null)
            .ToList();
        if (accepting is not [{ Component: var only, Taken: { } taken }])
        {
            return [];
        }

        // With several programs, the port says which one is meant.
        var ports =
            deployment.Components.Count(component => component.Routes.Count > 0) > 1 ? new ComponentPorts(deployment, values) : null;
        return deployment
            .Of<NginxFile>()
            .Where(file => !inContainers.Contains(file.File) && file is { Locations.Count: 0, MaximumBodySize: null })
            .Select(file => OnHost(file, only, taken, ports))
            .OfType<ForwardedUpload>();
    }

    private static ForwardedUpload? OnHost(NginxFile file, Component component, Accepted taken, ComponentPorts? ports)
    {
        NginxUpstreams upstreams = new([file]);
        List<Door> doors =
        [
            .. file
                .Servers.SelectMany(server => server.Locations.SelectMany(location => Doors(location, server.MaximumBodySize)))
                .Where(door => door.Location.Target is { } target && IsOfMachine(upstreams.First(target), component, ports)),
        ];
        return doors.Count == 0 ? null : Widest(doors, taken, file.File.Path, component.Title);
    }

    private static bool IsOfMachine(ProxyTarget? server, Component component, ComponentPorts? ports) =>
        server is { IsSocket: true }
            ? ports is null
            : server is { Host: { } name }
                && Address.OfHost(server.Scheme, name) is { IsLoopback: true } address
                && (ports is null || ports.Find(address with { Port = server.Port })?.Component == component);

    private IEnumerable<ForwardedUpload> Through(Workload proxy, HostDirectory hosts)
    {
        // A file included in a server may also be included where another limit applies.
        if (NginxConfiguration.Of(deployment, proxy)?.Loaded() is not { Count: > 0 } files || files.Any(file => file.Locations.Count > 0))
        {
            return [];
        }

        NginxUpstreams upstreams = new(files);
        var everywhere = files.Select(file => file.MaximumBodySize).FirstOrDefault(limit => limit is not null);
        return files
            .SelectMany(file => file.Servers)
            .SelectMany(server => server.Locations.SelectMany(location => Doors(location, server.MaximumBodySize ?? everywhere)))
            .SelectMany(door =>
                Callee(door.Location, upstreams, hosts, proxy) is { } callee && callee != proxy
                    ? [new Led(callee, door)]
                    : Array.Empty<Led>()
            )
            .GroupBy(led => led.Callee, led => led.Door)
            .Select(doors =>
                Of(doors.Key) is { } taken && Widest([.. doors], taken, proxy.Name, doors.Key.Name) is { } found
                    ? found with
                    {
                        Proxy = proxy,
                        Target = doors.Key,
                    }
                    : null
            )
            .OfType<ForwardedUpload>();
    }

    private static ForwardedUpload? Widest(IReadOnlyList<Door> doors, Accepted taken, string proxy, string target)
    {
        if (doors.Any(door => door is { Written: not null, Bytes: null }))
        {
            return null;
        }

        // Of several that let as much through, the one that most requests take.
        var door =
            doors
                .OrderBy(door =>
                    door.Location.Modifier == "=" || door.Location.Path.Value.Contains("health", StringComparison.OrdinalIgnoreCase) ? 1 : 0
                )
                .ThenBy(door => door.Location.Path.Value.StartsWith("/api", StringComparison.Ordinal) ? 0 : 1)
                .MaxBy(door => door.Bytes == 0 ? long.MaxValue : door.Bytes ?? DefaultLimit)
            ?? doors[0];
        return new ForwardedUpload(
            null,
            null,
            door.Location.Path.Value,
            door.Bytes == 0 ? null : door.Bytes ?? DefaultLimit,
            door.Written?.Span,
            taken.Bytes,
            taken.Chain,
            door.Location.Target?.Span ?? door.Location.Span
        )
        {
            ProxyName = proxy,
            TargetName = target,
        };
    }

    private static IEnumerable<Door> Doors(NginxLocation location, Fact<string>? outer)
    {
        var limit = location.MaximumBodySize ?? outer;
        return location
            .Locations.SelectMany(inner => Doors(inner, limit))
            .Concat(location is { TargetDirective: "proxy_pass" or "fastcgi_pass", Target: not null } ? [new Door(location, limit)] : []);
    }

    private static Workload? Callee(NginxLocation location, NginxUpstreams upstreams, HostDirectory hosts, Workload proxy) =>
        location.Target is { } target
        && upstreams.First(target) is { IsSocket: false, Host: { } name } server
        && Address.OfHost(server.Scheme, name) is { } address
        && hosts.Find(proxy, address) is (HostAnswer.Workload, { } callee, _)
            ? callee
            : null;

    private Accepted? Of(Workload callee)
    {
        if (!accepted.TryGetValue(callee, out var found))
        {
            found = OfSource(callee.Components).Append(OfSpring(callee)).OfType<Accepted>().MaxBy(each => each.Bytes);
            accepted[callee] = found;
        }

        return found;
    }

    private Accepted? Of(IReadOnlyList<Component> components) => OfSource(components).OfType<Accepted>().MaxBy(each => each.Bytes);

    private IEnumerable<Accepted?> OfSource(IReadOnlyList<Component> components) =>
        from component in components
        from file in component.Code
        where !file.IsTest
        from setting in file.Settings
        where setting.Name == UploadLimits.Limit
        let value = values.Resolve(setting.Value, file, _ => null)
        select value.Text is { } text && ByteSize.Of(text) is { } bytes ? new Accepted(bytes, [setting.Span, .. value.Chain]) : null;

    private Accepted? OfSpring(Workload callee) =>
        JvmVariables.Of(deployment, callee) is { Application.Framework: JvmFramework.Spring, Properties: var properties }
        && properties.Find("spring.servlet.multipart.max-file-size") is { Text: { } text, Chain: var chain }
        && ByteSize.Of(text) is { } bytes
            ? new Accepted(bytes, chain)
            : null;

    private sealed record Accepted(long Bytes, IReadOnlyList<SourceSpan> Chain);

    /// <summary>A location that passes requests on, and the limit that holds there.</summary>
    private sealed record Door(NginxLocation Location, Fact<string>? Written)
    {
        /// <summary>Null where nothing is written, or what is written is computed.</summary>
        public long? Bytes { get; } = Written is null ? null : ByteSize.Of(Written.Value);
    }

    private sealed record Led(Workload Callee, Door Door);
}
