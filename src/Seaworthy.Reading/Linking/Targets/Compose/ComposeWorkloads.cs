using System.Collections.Frozen;
using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Targets.Probes;

namespace Seaworthy.Reading.Linking.Targets.Compose;

/// <summary>The services of one compose project as workloads.</summary>
internal sealed class ComposeWorkloads(
    Deployment deployment,
    ComposeStack stack,
    ILookup<SourceSpan, Image> images,
    JvmBuiltImages built,
    ListeningLinker listening
)
{
    private static readonly FrozenSet<string> Brief = FrozenSet.Create(
        StringComparer.Ordinal,
        "cp mv mkdir rm chown chmod ln touch tar rsync mc echo true sleep exit cub kafka-topics kafka-topics.sh".Split(' ')
    );

    private readonly ComposeSupply supply = new(deployment, stack);
    private readonly IReadOnlySet<string> demanded = ComposeVariables.Demanded(stack);
    private readonly Dictionary<string, string> layers = Layers(deployment, stack);
    private readonly ILookup<string, string> linkNames = LinkNames(stack);
    private readonly ILookup<string?, string> shared = stack.Project.Services.ToLookup(
        service => Shared(stack, service),
        service => service.Name.Value,
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, int> order = Order(stack);
    private readonly ILookup<string?, ComposeBuild> builds = Builds(stack);
    private readonly ILookup<string, ComposeNetwork> networks = stack.Project.Networks.ToLookup(
        network => stack.NameOfNetwork(network.Name.Value),
        StringComparer.Ordinal
    );

    public IReadOnlyList<Workload> Link()
    {
        var waitedFor = stack
            .Project.Services.SelectMany(service => service.DependsOn)
            .Where(dependency => dependency.WaitsForCompletion)
            .Select(dependency => dependency.Service.Value)
            .ToHashSet(StringComparer.Ordinal);
        var workloads = stack.Project.Services.Select(service => Workload(service, waitedFor.Contains(service.Name.Value))).ToList();
        var byName = workloads.ToDictionary(workload => workload.Name, StringComparer.Ordinal);
        return
        [
            .. workloads.Zip(
                stack.Project.Services,
                (workload, service) =>
                    workload with
                    {
                        DependsOn = [.. service.DependsOn.Select(dependency => Dependency(dependency, byName))],
                    }
            ),
        ];
    }

    /// <summary>For each service the file beside the project that gives it variables, and cannot stand without it.</summary>
    private static Dictionary<string, string> Layers(Deployment deployment, ComposeStack stack) =>
        (
            from file in deployment.In<ComposeFile>(stack.Project.Directory)
            where !stack.Project.AllFiles.Contains(file)
            from service in file.Services
            where service.HasNoOrigin && (service.Environment.Count > 0 || service.EnvFiles.Count > 0)
            select new { Service = service.Name.Value, file.File.Path }
        )
            .DistinctBy(pair => pair.Service, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Service, pair => pair.Path, StringComparer.Ordinal);

    private static DependencyUse Dependency(ComposeDependency dependency, Dictionary<string, Workload> workloads) =>
        new(
            dependency.Service.Value,
            dependency.Condition?.Value ?? "service_started",
            workloads.GetValueOrDefault(dependency.Service.Value),
            dependency.Span
        );

    /// <summary>What starts only when a profile is asked for is of the environment that all its profiles name: <c>profiles: [testing]</c>.</summary>
    private TargetEnvironment EnvironmentOf(ComposeService service) =>
        service.Profiles is [var first, ..]
        && EnvironmentName.Of(first.Value) is not TargetEnvironment.Unstated and var named
        && service.Profiles.All(profile => EnvironmentName.Of(profile.Value) == named)
            ? named
            : stack.Environment;

    /// <summary>The build of another service that gives its image this name: <c>docker compose up</c> builds it first.</summary>
    private ComposeBuild? BuildOf(string? image) => image is null ? null : builds[image].FirstOrDefault();

    /// <summary>What the repository builds elsewhere under the name that the service pulls; where a variable alone has the name, what is called like the service.</summary>
    private Image? Own(ComposeService service, Fact<Resolved>? reference)
    {
        if (service.Build is not null || reference?.Value.Outline is not { } outline)
        {
            return null;
        }

        var names = ImageNames.Of(deployment);
        return ImageNames.IsNamed(outline) ? names.Find(outline, service.Name.Value) : names.FindCalled(service.Name.Value);
    }

    private Workload Workload(ComposeService service, bool isWaitedFor)
    {
        var reference = service.Image is { } written ? new Fact<Resolved>(stack.Resolve(written), written.Span) : null;
        var image = (service.Build ?? BuildOf(reference?.Value.Text)) is { } build
            ? images[build.Span].FirstOrDefault()
            : Own(service, reference);
        var mounts = ComposeMounts.Of(stack, service).ToList();
        var components = image?.Components ?? (service.Build is null ? built.Find(reference?.Value.Text) : []);
        var start = ComposeStart.Of(stack, service, image);
        var known = service.Build is null && image is null && reference?.Value.Text is { } text ? PublicImages.Find(text) : null;
        var workload = new Workload
        {
            Name = service.Name.Value,
            TargetName = stack.Name,
            Kind = TargetKind.Compose,
            Environment = EnvironmentOf(service),
            Span = service.Name.Span,
            Image = image,
            IsBuiltBeside = service.Build is null && image is not null,
            Reference = reference,
            Public = known,
            Components = components.Count > 0 ? components : MountedComponents(mounts),
            Start = start,
            Ports = [.. ComposePorts.Of(stack, service)],
            Mounts = mounts,
            IsReadOnly = service.ReadOnly?.Value == true,
            User = service.User is { } user && stack.Text(user) is { Length: > 0 } runsAs ? new Fact<string>(runsAs, user.Span) : null,
            ReadOnlyRoot = service.ReadOnly?.Span,
            HostNames = HostNames(service),
            ExtraHosts = [.. service.ExtraHosts.Select(host => host.Name)],
            Networks = Networks(service),
            InternalNetworks = InternalNetworks(Networks(service)),
            HostNetwork = stack.Text(service.NetworkMode) is "host" ? service.NetworkMode?.Span : null,
            Sidecars = Sidecars(service),
            Profiles = ComposeProfiles.AreEnabled(stack, service) ? [] : [.. service.Profiles.Select(profile => profile.Value)],
            ContainerName =
                service.ContainerName is { } name && stack.Text(name) is { Length: > 0 } fixedName
                    ? new Fact<string>(fixedName, name.Span)
                    : null,
            Replicas = Replicas(service),
            Restart = Restart(service),
            ResourceLimits = service.MemoryLimit?.Span ?? service.Cpus?.Span ?? service.Deploy?.Limits?.Span,
            Resources = Resources(service),
            UnsetVariables = ComposeVariables.Unset(stack, service, demanded),
            IsOneShot =
                isWaitedFor
                || service.Ports.Count == 0
                    && (
                        stack.Text(service.Restart) is "no"
                        || IsJob(service)
                        || service.Restart is null
                            && (
                                Ends(start)
                                || SaysInit(service)
                                || ComposeTasks.EndsInTask(deployment, start, mounts)
                                || ComposeTasks.IsToolRunByHand(deployment, service, known)
                            )
                    ),
        };
        var supplied = supply.Supply(service, layers.GetValueOrDefault(service.Name.Value), workload);
        return supplied with
        {
            Listens = listening.Of(supplied),
            Probes = ProbeMentions.Mark(supplied, ProbeLinker.OfCompose(stack, service, supplied)),
        };
    }

    /// <summary>A migration ends, and so does what fills a database by hand, behind a profile.</summary>
    private static bool IsJob(ComposeService service) =>
        service.Restart is null
        && service.Deploy?.RestartPolicy is null
        && service
            .Name.Value.Split('-', '_')
            .Any(word => word is "migrate" or "migration" or "migrations" or "migrator" || (word == "seed" && service.Profiles.Count > 0));

    /// <summary><c>schema-registry-init</c>, <c>minio_setup</c>: it prepares another service, and ends.</summary>
    private static bool SaysInit(ComposeService service) =>
        service.Name.Value.Split('-', '_') is [_, .., "init" or "setup" or "bootstrap"] or ["init", _, ..] or [_, "init", ..];

    /// <summary>All that it runs is done in a moment: <c>cp -r /app/build/. /static/</c>.</summary>
    private static bool Ends(ProcessStart? start) =>
        start is { Commands.Count: > 0 } && start.Commands.All(command => Brief.Contains(command.Program));

    private Fact<int>? Replicas(ComposeService service) =>
        (service.Deploy?.Replicas ?? service.Scale) is { } written
        && int.TryParse(stack.Text(written), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new Fact<int>(count, written.Span)
            : null;

    /// <summary>What a service says itself (<c>mem_limit</c>, <c>cpus</c>) and what it says of a cluster are the same to Compose.</summary>
    private WorkloadResources Resources(ComposeService service) =>
        new()
        {
            MemoryLimit = Amount(service.MemoryLimit ?? service.Deploy?.Limits?.Memory, ResourceAmount.ComposeMebibytes),
            ProcessorLimit = Amount(service.Cpus ?? service.Deploy?.Limits?.Cpus, ResourceAmount.Processors),
            MemoryRequest = Amount(service.MemoryReservation ?? service.Deploy?.Reservations?.Memory, ResourceAmount.ComposeMebibytes),
            ProcessorRequest = Amount(service.Deploy?.Reservations?.Cpus, ResourceAmount.Processors),
        };

    private Fact<decimal>? Amount(Template? written, Func<string?, decimal?> read) =>
        written is not null && read(stack.Text(written)) is { } amount ? new Fact<decimal>(amount, written.Span) : null;

    /// <summary>Compose heeds <c>restart</c>, and <c>deploy.restart_policy</c> where that is absent.</summary>
    private Fact<string>? Restart(ComposeService service) =>
        service.Restart is { } restart ? new Fact<string>(stack.Text(restart) ?? restart.Raw, restart.Span)
        : service.Deploy?.RestartPolicy is { } policy ? new Fact<string>(stack.Text(policy.Condition) ?? "any", policy.Span)
        : null;

    /// <summary>A plain runtime image with a source directory mounted into it runs the component that lives there.</summary>
    private IReadOnlyList<Component> MountedComponents(IReadOnlyList<Mount> mounts) =>
        [
            .. deployment.Components.Where(component =>
                mounts.Any(mount =>
                    mount is { Kind: MountKind.Bind, Source: { } source } && source == component.Root && component.Code.Count > 0
                )
            ),
        ];

    private IReadOnlyList<string> HostNames(ComposeService service)
    {
        List<string> names = [service.Name.Value];
        names.AddRange(Known(stack.Text(service.ContainerName)));
        names.AddRange(service.Networks.SelectMany(network => network.Aliases).SelectMany(alias => Known(stack.Text(alias))));
        names.AddRange(linkNames[service.Name.Value]);
        // A host name resolves on the container's own networks as well.
        names.AddRange(Known(stack.Text(service.Hostname)));
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Known(string? text) => text is { Length: > 0 } ? [text] : [];

    /// <summary>Source: the Compose specification, "networks": a service that names none is on <c>default</c>.</summary>
    private IReadOnlyList<Fact<string>> Networks(ComposeService service) =>
        service.NetworkMode is not null || service.Networks.Any(network => network.Network.Value.Contains('$', StringComparison.Ordinal))
            ? []
        : service.Networks.Count > 0
            ? [.. service.Networks.Select(network => network.Network with { Value = stack.NameOfNetwork(network.Network.Value) })]
        : [new Fact<string>(stack.NameOfNetwork("default"), service.Name.Span)];

    /// <summary>Source: the Compose specification, "internal". Only a bridge keeps its promise: an overlay publishes through a network of the cluster.</summary>
    private IReadOnlyList<Fact<string>> InternalNetworks(IReadOnlyList<Fact<string>> networks) =>
        [
            .. from own in networks
            let declared = this.networks[own.Value].FirstOrDefault()
            where declared is { IsExternal: false } && (declared.Driver is null || stack.Text(declared.Driver) is "bridge")
            let flag = declared.Internal
            where flag?.Value is true
            select new Fact<string>(own.Value, flag.Span),
        ];

    /// <summary>The names under which services are linked, by the service.</summary>
    private static ILookup<string, string> LinkNames(ComposeStack stack) =>
        stack
            .Project.Services.SelectMany(other => other.Links)
            .ToLookup(link => link.Service.Value, link => link.Alias?.Value ?? link.Service.Value, StringComparer.Ordinal);

    /// <summary>The builds of services that give their image a name, by that name.</summary>
    private static ILookup<string?, ComposeBuild> Builds(ComposeStack stack)
    {
        var built =
            from service in stack.Project.Services
            let image = service.Image
            let build = service.Build
            where image is not null && build is not null
            select new { Name = stack.Resolve(image).Text, Build = build };
        return built.ToLookup(pair => (string?)pair.Name, pair => pair.Build, StringComparer.Ordinal);
    }

    private static Dictionary<string, int> Order(ComposeStack stack) =>
        stack
            .Project.Services.Select((service, number) => new { service.Name.Value, number })
            .ToDictionary(pair => pair.Value, pair => pair.number, StringComparer.Ordinal);

    /// <summary><c>network_mode: service:x</c> shares one network namespace.</summary>
    private IReadOnlyList<string> Sidecars(ComposeService service)
    {
        IEnumerable<string> sidecars = shared[service.Name.Value];
        if (Shared(stack, service) is { } owner && order.ContainsKey(owner))
        {
            sidecars = sidecars.Append(owner);
        }

        return [.. sidecars.Where(other => other != service.Name.Value).Distinct(StringComparer.Ordinal).OrderBy(other => order[other])];
    }

    private static string? Shared(ComposeStack stack, ComposeService service) =>
        stack.Text(service.NetworkMode) is { } mode && mode.StartsWith("service:", StringComparison.Ordinal)
            ? mode["service:".Length..]
            : null;
}
