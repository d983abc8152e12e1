using Seaworthy.Model.Declared.Compose;
using static Seaworthy.Reading.Linking.Compose.ListMerge;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>A service of one file laid over the same service of the files below it. Single values are replaced, mappings merged by key, lists appended.</summary>
/// <remarks>Source: the Compose specification, "Merge and override", with the exceptions that Compose makes (keys of unique entries, networks, dependencies).</remarks>
internal static class ServiceMerge
{
    public static ComposeService Merge(ComposeService below, ComposeService above)
    {
        var merged = below with { Keys = Append(below.Keys, above.Keys) };
        merged = WithOrigin(merged, below, above);
        merged = WithConfiguration(merged, below, above);
        merged = WithWiring(merged, below, above);
        merged = WithLimits(merged, below, above);
        return WithIsolation(merged, below, above);
    }

    /// <summary>A service of a single file, with entries of one key made one.</summary>
    public static ComposeService Alone(ComposeService service) => Merge(new ComposeService(service.Name, service.Span), service);

    private static ComposeService WithOrigin(ComposeService merged, ComposeService below, ComposeService above) =>
        merged with
        {
            Image = above.Image ?? below.Image,
            Build = PartMerge.Build(below.Build, above.Build),
            Provider = above.Provider ?? below.Provider,
            Extends = above.Extends ?? below.Extends,
            Command = above.Command ?? below.Command,
            Entrypoint = above.Entrypoint ?? below.Entrypoint,
            WorkingDirectory = above.WorkingDirectory ?? below.WorkingDirectory,
            User = above.User ?? below.User,
            Platform = above.Platform ?? below.Platform,
            PullPolicy = above.PullPolicy ?? below.PullPolicy,
            Runtime = above.Runtime ?? below.Runtime,
            Init = above.Init ?? below.Init,
            PreStart = Append(below.PreStart, above.PreStart),
            PostStart = Append(below.PostStart, above.PostStart),
            PreStop = Append(below.PreStop, above.PreStop),
        };

    private static ComposeService WithConfiguration(ComposeService merged, ComposeService below, ComposeService above) =>
        merged with
        {
            Environment = Variables(below.Environment, above.Environment),
            EnvFiles = ByKey(below.EnvFiles, above.EnvFiles, file => file.Path.Raw),
            Labels = Variables(below.Labels, above.Labels),
            Annotations = Variables(below.Annotations, above.Annotations),
            Secrets = ByKey(below.Secrets, above.Secrets, grant => grant.Target?.Raw ?? $"/run/secrets/{grant.Source.Value}"),
            Configs = ByKey(below.Configs, above.Configs, grant => grant.Target?.Raw ?? $"/{grant.Source.Value}"),
            Profiles = ByKey(below.Profiles, above.Profiles, profile => profile.Value),
            Logging = PartMerge.Logging(below.Logging, above.Logging),
            Watch = Append(below.Watch, above.Watch),
        };

    private static ComposeService WithWiring(ComposeService merged, ComposeService below, ComposeService above) =>
        merged with
        {
            Ports = ByKey(below.Ports, above.Ports, PortKey),
            Expose = ByKey(below.Expose, above.Expose, expose => expose.Text.Raw),
            Volumes = ByKey(below.Volumes, above.Volumes, mount => (mount.Target ?? mount.Text)?.Raw.TrimEnd('/') ?? mount.Span.ToString()),
            VolumesFrom = Append(below.VolumesFrom, above.VolumesFrom),
            Tmpfs = Texts(below.Tmpfs, above.Tmpfs),
            DependsOn = ByKey(below.DependsOn, above.DependsOn, dependency => dependency.Service.Value, PartMerge.Dependency),
            Healthcheck = PartMerge.Healthcheck(below.Healthcheck, above.Healthcheck),
            Networks = ByKey(below.Networks, above.Networks, network => network.Network.Value, PartMerge.Network),
            NetworkMode = above.NetworkMode ?? below.NetworkMode,
            Links = ByKey(below.Links, above.Links, link => $"{link.Service.Value}:{link.Alias?.Value}"),
            ExternalLinks = Append(below.ExternalLinks, above.ExternalLinks),
            ExtraHosts = ByKey(below.ExtraHosts, above.ExtraHosts, host => $"{host.Name.Value}={host.Value?.Raw}"),
            ContainerName = above.ContainerName ?? below.ContainerName,
            Hostname = above.Hostname ?? below.Hostname,
            Dns = Texts(below.Dns, above.Dns),
        };

    private static ComposeService WithLimits(ComposeService merged, ComposeService below, ComposeService above) =>
        merged with
        {
            Deploy = PartMerge.Deploy(below.Deploy, above.Deploy),
            Scale = above.Scale ?? below.Scale,
            Restart = above.Restart ?? below.Restart,
            StopGracePeriod = above.StopGracePeriod ?? below.StopGracePeriod,
            StopSignal = above.StopSignal ?? below.StopSignal,
            StdinOpen = above.StdinOpen ?? below.StdinOpen,
            Tty = above.Tty ?? below.Tty,
            MemoryLimit = above.MemoryLimit ?? below.MemoryLimit,
            MemoryReservation = above.MemoryReservation ?? below.MemoryReservation,
            Cpus = above.Cpus ?? below.Cpus,
            PidsLimit = above.PidsLimit ?? below.PidsLimit,
            ShmSize = above.ShmSize ?? below.ShmSize,
            Ulimits = ByKey(below.Ulimits, above.Ulimits, limit => limit.Name.Value),
        };

    private static ComposeService WithIsolation(ComposeService merged, ComposeService below, ComposeService above) =>
        merged with
        {
            Privileged = above.Privileged ?? below.Privileged,
            ReadOnly = above.ReadOnly ?? below.ReadOnly,
            CapAdd = Texts(below.CapAdd, above.CapAdd),
            CapDrop = Texts(below.CapDrop, above.CapDrop),
            SecurityOpt = Append(below.SecurityOpt, above.SecurityOpt),
            Devices = Texts(below.Devices, above.Devices),
            GroupAdd = Append(below.GroupAdd, above.GroupAdd),
            Sysctls = Variables(below.Sysctls, above.Sysctls),
            Pid = above.Pid ?? below.Pid,
            Ipc = above.Ipc ?? below.Ipc,
        };

    // One host port on two container ports are two entries, and both are published: the whole mapping is the key.
    private static string PortKey(ComposePort port) =>
        port.Target is null
            ? port.Raw
            : $"{port.HostIp?.Raw ?? "0.0.0.0"}:{port.Published?.Raw}:{port.Target.Raw}/{port.Protocol?.Raw ?? "tcp"}";
}
