using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Model;

/// <summary>
/// The repository as one deployment: everything its files say (ground floor) and what that means together (first floor). Frozen: what it means is worked out once, when somebody asks.
/// Targets run workloads, workloads run images, images contain components, pipelines ship them.
/// </summary>
public sealed record Deployment
{
    private static readonly PerDeployment<ILookup<SourceFile, CommandSite>> CommandsByFile = new(deployment =>
        deployment.Commands.ToLookup(site => site.Span.File)
    );

    private static readonly PerDeployment<ILookup<SourceFile, SparePart>> SparesByFile = new(deployment =>
        deployment.Spares.ToLookup(part => part.Span.File)
    );

    private static readonly PerDeployment<ILookup<object?, Workload>> WorkloadsByDockerfile = new(deployment =>
        deployment.Workloads.ToLookup(object? (workload) => workload.Image?.Dockerfile, ReferenceEqualityComparer.Instance)
    );

    private static readonly PerDeployment<ILookup<string, Workload>> WorkloadsByRoot = new(deployment =>
        deployment
            .Workloads.SelectMany(workload =>
                workload.Components.Select(component => component.Root).Distinct().Select(root => (root, workload))
            )
            .ToLookup(pair => pair.root, pair => pair.workload, StringComparer.Ordinal)
    );

    private static readonly PerDeployment<ILookup<object?, Startup>> StartupsByStarter = new(deployment =>
        deployment.Startups.ToLookup(
            object? (startup) => startup.Workload ?? (object?)startup.Image?.Final.Declared,
            ReferenceEqualityComparer.Instance
        )
    );

    private readonly ArtifactIndex index = new([]);

    public required RepositoryTree Tree { get; init; }

    /// <summary>What each file says, in the order of paths.</summary>
    public required IReadOnlyList<Artifact> Artifacts
    {
        get;
        init
        {
            field = value;
            index = new ArtifactIndex(value);
        }
    }

    /// <summary>Works out what the files mean together; null for files that nothing joined.</summary>
    public IRelationSource? Relations { get; init; }

    /// <summary>What somebody tells of the world outside the tree.</summary>
    public OutsideFacts Outside { get; init; } = OutsideFacts.None;

    /// <summary>Every command that scripts, pipelines and task files run, with where it runs.</summary>
    public IReadOnlyList<CommandSite> Commands => All<CommandSite>();

    /// <summary>Those of them that are compose commands, with the files they load.</summary>
    public IReadOnlyList<ComposeCall> ComposeCalls => All<ComposeCall>();

    /// <summary>Compose files as they are started together.</summary>
    public IReadOnlyList<ComposeStack> ComposeStacks => All<ComposeStack>();

    /// <summary>Kubernetes objects as they are applied together.</summary>
    public IReadOnlyList<KubernetesStack> KubernetesStacks => All<KubernetesStack>();

    public IReadOnlyList<Component> Components => All<Component>();

    public IReadOnlyList<Image> Images => All<Image>();

    /// <summary>Every image that is pulled from elsewhere, wherever it is named.</summary>
    public IReadOnlyList<ImageUse> ImageUses => All<ImageUse>();

    public IReadOnlyList<Target> Targets => All<Target>();

    /// <summary>What starts in every image, and in every workload that has its own command.</summary>
    public IReadOnlyList<Startup> Startups => All<Startup>();

    public IReadOnlyList<Service> Services => All<Service>();

    public IReadOnlyList<Pipeline> Pipelines => All<Pipeline>();

    public IReadOnlyList<MigrationHistory> Migrations => All<MigrationHistory>();

    /// <summary>Every path a file names, with whether it is there.</summary>
    public IReadOnlyList<PathUse> Paths => All<PathUse>();

    /// <summary>Every name a file gives to something another statement must define: stages, jobs, volumes, keys.</summary>
    public IReadOnlyList<NameUse> Names => All<NameUse>();

    /// <summary>Every address a workload is given or has built in, with who answers there.</summary>
    public IReadOnlyList<EndpointUse> Endpoints => All<EndpointUse>();

    /// <summary>For every workload with known source: the variables that it reads, and those that are set for it.</summary>
    public IReadOnlyList<WorkloadVariables> Variables => All<WorkloadVariables>();

    /// <summary>Files, and scripts of files, on which perhaps no deployment depends.</summary>
    public IReadOnlyList<SparePart> Spares => All<SparePart>();

    /// <summary>What kind of undertaking this is.</summary>
    public Scale Scale => All<Scale>() is [var scale, ..] ? scale : Scale.None;

    /// <summary>What such an undertaking ought to have, and whether it has it.</summary>
    public IReadOnlyList<Capability> Capabilities => All<Capability>();

    /// <summary>Every link of a kind, worked out when it is asked for first.</summary>
    public IReadOnlyList<T> All<T>()
        where T : class => Relations?.All<T>(this) ?? [];

    public IEnumerable<Workload> Workloads => Targets.SelectMany(target => target.Workloads);

    /// <summary>The steps of all jobs of workflows, and those of composite actions.</summary>
    public IEnumerable<WorkflowStep> WorkflowSteps =>
        Of<Workflow>()
            .SelectMany(workflow => workflow.Jobs)
            .SelectMany(job => job.Steps)
            .Concat(Of<CompositeAction>().SelectMany(action => action.Steps));

    /// <summary>The workloads that run some stage of a Dockerfile.</summary>
    public IEnumerable<Workload> WorkloadsOf(Dockerfile dockerfile) => WorkloadsByDockerfile.Of(this)[dockerfile];

    /// <summary>The workloads in which the component with this root runs.</summary>
    public IEnumerable<Workload> WorkloadsOfRoot(string root) => WorkloadsByRoot.Of(this)[root];

    /// <summary>The workloads that run an image: the stage that it ends with.</summary>
    public IEnumerable<Workload> WorkloadsOf(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return WorkloadsByDockerfile
            .Of(this)[image.Dockerfile]
            .Where(workload => ReferenceEquals(workload.Image?.Final.Declared, image.Final.Declared));
    }

    /// <summary>What starts in a workload: its own command, or the one of its image.</summary>
    public Startup? StartupOf(Workload workload) =>
        StartupsByStarter.Of(this)[workload].FirstOrDefault() ?? (workload?.Image is { } image ? StartupsOf(image).FirstOrDefault() : null);

    /// <summary>What starts in containers of an image whose target says nothing of it.</summary>
    public IEnumerable<Startup> StartupsOf(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return StartupsByStarter.Of(this)[image.Final.Declared].Where(startup => startup.Workload is null);
    }

    /// <summary>The commands that one file holds.</summary>
    public IEnumerable<CommandSite> CommandsIn(SourceFile file) => CommandsByFile.Of(this)[file];

    /// <summary>The spare part in which a place lies; null when it lies in none.</summary>
    public SparePart? SpareAt(SourceSpan place) =>
        SparesByFile
            .Of(this)[place.File]
            .FirstOrDefault(part => part.Span.IsWholeFile || (part.Span.Start <= place.Start && place.Start <= part.Span.End));

    /// <summary>The files of one kind.</summary>
    public IReadOnlyList<T> Of<T>()
        where T : Artifact => index.Of<T>();

    /// <summary>The file of one kind at a path; null when there is none of that kind.</summary>
    public T? At<T>(string path)
        where T : Artifact => index.At<T>(path);

    /// <summary>The files of one kind directly in a directory.</summary>
    public IEnumerable<T> In<T>(string directory)
        where T : Artifact => index.In<T>(directory);
}
