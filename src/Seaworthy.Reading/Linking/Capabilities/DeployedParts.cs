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

    public DeployedParts(Deployment deployment)
    {
        Deployment = deployment;
        Signs = TreeSigns.Of(deployment.Tree);
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
        && Targets.All(target =>
            IsPlatform(target.Kind) || (target.Kind == TargetKind.Compose && !ServedProjects.Any(stack => stack.Name == target.Name))
        );

    public static bool IsPlatform(TargetKind kind) => kind is not (TargetKind.Compose or TargetKind.Kubernetes or TargetKind.Script);

    /// <summary>Where a component is declared.</summary>
    public static SourceSpan PlaceOf(Component component) =>
        component.Manifests is [var manifest, ..] ? manifest.File.Whole : component.Code[0].File.Whole;

    public static bool IsAside(SourceFile file) =>
        SidePlace.RetiredIn(file.Path) is not null || SidePlace.SampleIn(file.Path) is not null || SidePlace.TestIn(file.Path) is not null;

    /// <summary>The package by which a component has a capability: declared, or imported by its source. Null when it has none.</summary>
    public Fact<string>? PackageOf(CapabilityKind kind, Component component) =>
        packages.GetOrAdd(new PackageSearch(kind, component.Root), _ => PackageEvidence.Find(kind, component));

    /// <summary>What shows a capability in a package that others of the repository build upon; null when none does.</summary>
    public Fact<string>? SharedPackageOf(CapabilityKind kind) =>
        BuiltUpon.Select(component => PackageOf(kind, component)).FirstOrDefault(found => found is not null);

    // Where some say that they are for production, the others are for development.
    private IReadOnlyList<ComposeStack> ServedOf()
    {
        var whole = Deployment
            .ComposeStacks.Where(stack =>
                stack.PartialBecause is null
                && Targets.Any(target => target.Kind == TargetKind.Compose && target.Name == stack.Name && target.Workloads.Any(IsOwn))
            )
            .ToList();
        var stated = whole.Where(stack => stack.Environment is TargetEnvironment.Production or TargetEnvironment.Staging).ToList();
        return stated.Count > 0
            ? stated
            :
            [
                .. whole.Where(stack =>
                    stack.Environment == TargetEnvironment.Unstated && Deployment.ComposeCalls.Any(call => Serves(call, stack))
                ),
            ];
    }

    private bool Serves(ComposeCall call, ComposeStack stack) =>
        call.Verb == "up"
        && (call.Site.IsRemote || !call.Site.IsOnHostedRunner)
        && (
            call.Files.Any(file => stack.Project.AllFiles.Any(own => own.File.Path == file.Path))
            || call is { Files.Count: 0, Site.IsRemote: true }
        )
        && Pipelines.Any(pipeline => pipeline.Declared.File == call.Site.Span.File);

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

    /// <summary>It stands in the source of a published command, which whoever installs that starts for themselves: <c>src/cli/cluster/compose.yaml</c>.</summary>
    private bool IsCarried(SourceFile file) =>
        Deployment
            .Of<PackageJson>()
            .Any(package =>
                package is { IsPrivate: false, Version: not null, Binaries.Count: > 0 }
                && file.Path.StartsWith(
                    package.File.Directory.Length == 0 ? "src/" : $"{package.File.Directory}/src/",
                    StringComparison.Ordinal
                )
            );

    // What a compose file keeps that only developers start is nobody's: a store that stands alone there, or one of a project that something else brings to users.
    private bool KeepsUsersData(Target target) =>
        target.Environment is TargetEnvironment.Production or TargetEnvironment.Staging
        || target.Environment == TargetEnvironment.Unstated
            && (
                target.Kind == TargetKind.Kubernetes
                || target.Workloads.Any(IsOwn) && (Deliveries.Count == 0 || ServedProjects.Any(stack => stack.Name == target.Name))
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

    /// <summary>Pages that VitePress and its like make of texts: nothing runs for whoever reads them.</summary>
    private static bool IsOfDocuments(Component component) =>
        component.Manifests.Count > 0 && component.Manifests.All(manifest => manifest is PackageJson { MakesDocumentsOnly: true });

    private static bool IsStore(Workload workload) =>
        workload is { Image: null, Public.Role: ImageRole.DataStore or ImageRole.ObjectStore };

    private sealed record PackageSearch(CapabilityKind Kind, string Root);
}
