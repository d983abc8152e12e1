using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>What of the repository is meant to run where users reach it: the ground on which capabilities are looked for. Examples, tests and what nobody uses any more are left out.</summary>
internal sealed class DeployedParts
{
    // Several searches ask side by side.
    private readonly ConcurrentDictionary<PackageSearch, Fact<string>?> packages = [];
    private readonly HashSet<Component> serving = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> served = new(StringComparer.Ordinal);
    private readonly List<string> carriers;

    public DeployedParts(Deployment deployment)
    {
        Deployment = deployment;
        Signs = TreeSigns.Of(deployment.Tree);
        carriers =
        [
            .. deployment
                .Of<PackageJson>()
                .Where(package => package is { IsPrivate: false, Version: not null, Binaries.Count: > 0 })
                .Select(package => package.File.Directory.Length == 0 ? "src/" : $"{package.File.Directory}/src/"),
        ];
        Targets = [.. deployment.Targets.Where(target => target.Environment != TargetEnvironment.Test && IsMeant(target))];
        Own = [.. Targets.SelectMany(target => target.Workloads).Where(IsOwn)];
        Pipelines =
        [
            .. deployment.Pipelines.Where(pipeline => !IsAside(pipeline.Declared.File) && !SidePlace.IsSkill(pipeline.Declared.File)),
        ];
        Deliveries = [.. Scales.DeliveredBy(this)];
        Servers = [.. ServersOf()];
        serving.UnionWith(Servers);
        ServedProjects = ServedOf();
        served.UnionWith(ServedProjects.Select(stack => stack.Name));
        Stores = [.. Targets.Where(KeepsUsersData).SelectMany(target => target.Workloads).Where(IsStore)];
        Scale = Scales.Of(this);
    }

    public static IEnumerable<SourceFile> SourcesOf(IEnumerable<Component> components) =>
        components.SelectMany(component => component.Code).Where(code => !code.IsTest).Select(code => code.File);

    public Deployment Deployment { get; }

    /// <summary>The source of what serves, without its tests.</summary>
    public IEnumerable<SourceFile> ServerSources => SourcesOf(Servers);

    public TreeSigns Signs { get; }

    public Scale Scale { get; }

    public IReadOnlyList<Target> Targets { get; }

    /// <summary>Workloads with software of this repository that go on running.</summary>
    public IReadOnlyList<Workload> Own { get; }

    /// <summary>What brings it to users: pipelines, scripts, clusters, platforms, targets that call themselves production.</summary>
    public IReadOnlyList<Fact<string>> Deliveries { get; }

    /// <summary>Components that run on a server.</summary>
    public IReadOnlyList<Component> Servers { get; }

    /// <summary>Data stores of targets that are not for development only.</summary>
    public IReadOnlyList<Workload> Stores { get; }

    public IReadOnlyList<Pipeline> Pipelines { get; }

    /// <summary>Compose projects that users reach: they say so by their name, or a pipeline or deploy script starts them on a machine that stays.</summary>
    public IReadOnlyList<ComposeStack> ServedProjects { get; }

    /// <summary>What serves nothing itself, and others of the repository build upon.</summary>
    public IEnumerable<Component> BuiltUpon =>
        Deployment
            .Components.Where(component => !serving.Contains(component) && component is { IsStaticSite: false, IsForPhones: false })
            .Where(component => component.Manifests is [JavaBuild, ..] or [DotNetProject, ..] or [GoModule, ..] || IsNeeded(component));

    /// <summary>All that users reach runs on platforms, which measure, restart and route by themselves.</summary>
    public bool IsOnPlatformsOnly =>
        Targets.Any(target => IsPlatform(target.Kind))
        && Targets.All(target => IsPlatform(target.Kind) || (target.Kind == TargetKind.Compose && !served.Contains(target.Name)));

    public static bool IsPlatform(TargetKind kind) =>
        kind is not (TargetKind.Compose or TargetKind.Kubernetes or TargetKind.Docker or TargetKind.Kamal or TargetKind.Script);

    /// <summary>Where a component is declared.</summary>
    public static SourceSpan PlaceOf(Component component) =>
        component.Manifests is [var manifest, ..] ? manifest.File.Whole : component.Code[0].File.Whole;

    public static bool IsAside(SourceFile file) => FilePurposes.Has(file.Path, FilePurpose.Aside);

    /// <summary>The package by which a component has a capability: declared, or imported by its source. Null when it has none.</summary>
    public Fact<string>? PackageOf(CapabilityKind kind, Component component) =>
        packages.GetOrAdd(new PackageSearch(kind, component.Root), _ => PackageEvidence.Find(kind, component));

    /// <summary>What shows a capability in a package that others of the repository build upon; null when none does.</summary>
    public Fact<string>? SharedPackageOf(CapabilityKind kind) =>
        BuiltUpon.Select(component => PackageOf(kind, component)).FirstOrDefault(found => found is not null);

    // Where some say that they are for production, the others are for development.
    private IReadOnlyList<ComposeStack> ServedOf()
    {
        var own = Targets
            .Where(target => target.Kind == TargetKind.Compose && target.Workloads.Any(IsOwn))
            .Select(target => target.Name)
            .ToHashSet(StringComparer.Ordinal);
        var whole = Deployment.ComposeStacks.Where(stack => stack.PartialBecause is null && own.Contains(stack.Name)).ToList();
        var stated = whole.Where(stack => stack.Environment is TargetEnvironment.Production or TargetEnvironment.Staging).ToList();
        if (stated.Count > 0)
        {
            return stated;
        }

        var pipelines = Pipelines.Select(pipeline => pipeline.Declared.File).ToHashSet();
        var calls = Deployment
            .ComposeCalls.Where(call =>
                call.Verb == "up"
                && (call.Site.IsRemote || !call.Site.IsOnHostedRunner)
                && (call.Files.Count > 0 || call.Site.IsRemote)
                && pipelines.Contains(call.Site.Span.File)
            )
            .ToList();
        var startsAny = calls.Exists(call => call.Files.Count == 0);
        var started = calls.SelectMany(call => call.Files).Select(file => file.Path).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. whole.Where(stack =>
                stack.Environment == TargetEnvironment.Unstated
                && (startsAny || stack.Project.AllFiles.Any(file => started.Contains(file.File.Path)))
            ),
        ];
    }

    private bool IsNeeded(Component component) =>
        component.Manifests.OfType<Manifest>().Select(manifest => manifest.Name?.Value).OfType<string>().Any(IsDependency);

    private bool IsDependency(string name) =>
        Servers.Any(server => server.Manifests.OfType<Manifest>().Any(manifest => manifest.FindDependency(name) is not null));

    private bool IsMeant(Target target) =>
        target.Files.Count > 0
        && !target.Files.All(IsAside)
        && !target.Files.All(IsCarried)
        && target.Workloads.Count > 0
        && !target.Workloads.All(workload => Deployment.SpareAt(workload.Span) is not null);

    /// <summary>It belongs to the source of a published command, whose users start it for themselves: <c>src/cli/cluster/compose.yaml</c>.</summary>
    private bool IsCarried(SourceFile file) => carriers.Exists(source => file.Path.StartsWith(source, StringComparison.Ordinal));

    // What a compose file keeps that only developers start is nobody's: a store that stands alone there, or one of a project that something else brings to users.
    private bool KeepsUsersData(Target target) =>
        target.Environment is TargetEnvironment.Production or TargetEnvironment.Staging
        || target.Environment == TargetEnvironment.Unstated
            && (
                target.Kind == TargetKind.Kubernetes
                || target.Workloads.Any(IsOwn) && (Deliveries.Count == 0 || served.Contains(target.Name))
            );

    private static bool IsOwn(Workload workload) => !workload.IsOneShot && (workload.Image is not null || workload.Components.Count > 0);

    /// <summary>What listens or serves routes; and of workloads in which nothing is seen to do so, all that runs in them.</summary>
    private IEnumerable<Component> ServersOf()
    {
        var silent = Own.Where(workload => !workload.Components.Any(Serves))
            .SelectMany(workload => workload.Components)
            .ToHashSet<Component>(ReferenceEqualityComparer.Instance);
        return Deployment.Components.Where(component => IsMeant(component) && (Serves(component) || silent.Contains(component)));
    }

    private static bool Serves(Component component) => component.Routes.Count > 0 || component.Code.Any(file => file.Listeners.Count > 0);

    private static bool IsMeant(Component component) =>
        component is { IsStaticSite: false, IsForPhones: false, Code.Count: > 0 }
        && !IsAside(PlaceOf(component).File)
        && (Serves(component) || !IsOfDocuments(component));

    /// <summary>Pages that VitePress and similar tools build from texts: nothing runs for their readers.</summary>
    private static bool IsOfDocuments(Component component) =>
        component.Manifests.Count > 0 && component.Manifests.All(manifest => manifest is PackageJson { MakesDocumentsOnly: true });

    private static bool IsStore(Workload workload) =>
        workload is { Image: null, Public.Role: ImageRole.DataStore or ImageRole.ObjectStore };

    private sealed record PackageSearch(CapabilityKind Kind, string Root);
}
