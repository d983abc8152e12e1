using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Model;

/// <summary>
/// The repository as one deployment: everything its files say (ground floor) and what that means together (first floor). Frozen: linking builds it, rules read it.
/// Targets run workloads, workloads run images, images contain components, pipelines ship them.
/// </summary>
public sealed record Deployment
{
    private readonly ArtifactIndex index = new([]);
    private readonly ILookup<SourceFile, CommandSite> commandsIn = Enumerable.Empty<CommandSite>().ToLookup(site => site.Span.File);
    private readonly ILookup<SourceFile, SparePart> sparesIn = Enumerable.Empty<SparePart>().ToLookup(part => part.Span.File);
    private readonly ILookup<object?, Workload> workloadsOf = Enumerable.Empty<Workload>().ToLookup(workload => (object?)null);
    private readonly ILookup<object?, Startup> startupsOf = Enumerable.Empty<Startup>().ToLookup(startup => (object?)null);

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

    /// <summary>Works out the links that few ask for; null for files that nothing joined.</summary>
    public IRelationSource? Relations { get; init; }

    /// <summary>What somebody tells of the world outside the tree.</summary>
    public OutsideFacts Outside { get; init; } = OutsideFacts.None;

    /// <summary>Every command that scripts, pipelines and task files run, with where it runs.</summary>
    public IReadOnlyList<CommandSite> Commands
    {
        get;
        init
        {
            field = value;
            commandsIn = value.ToLookup(site => site.Span.File);
        }
    } = [];

    /// <summary>Those of them that are compose commands, with the files they load.</summary>
    public IReadOnlyList<ComposeCall> ComposeCalls { get; init; } = [];

    /// <summary>Compose files as they are started together.</summary>
    public IReadOnlyList<ComposeStack> ComposeStacks { get; init; } = [];

    /// <summary>Kubernetes objects as they are applied together.</summary>
    public IReadOnlyList<KubernetesStack> KubernetesStacks { get; init; } = [];

    public IReadOnlyList<Component> Components { get; init; } = [];

    public IReadOnlyList<Image> Images { get; init; } = [];

    /// <summary>Every image that is pulled from elsewhere, wherever it is named.</summary>
    public IReadOnlyList<ImageUse> ImageUses { get; init; } = [];

    /// <summary>Those that the values of a Helm chart name, so that pods run them.</summary>
    public IReadOnlyList<Image> ChartImages { get; init; } = [];

    public IReadOnlyList<Target> Targets
    {
        get;
        init
        {
            field = value;
            workloadsOf = value
                .SelectMany(target => target.Workloads)
                .ToLookup(object? (workload) => workload.Image?.Dockerfile, ReferenceEqualityComparer.Instance);
        }
    } = [];

    /// <summary>Containers of images with a health check that no target runs, as <c>docker run</c> starts them.</summary>
    public IReadOnlyList<Workload> LoneContainers { get; init; } = [];

    /// <summary>What starts in every image, and in every workload that has its own command.</summary>
    public IReadOnlyList<Startup> Startups
    {
        get;
        init
        {
            field = value;
            startupsOf = value.ToLookup(
                object? (startup) => startup.Workload ?? (object?)startup.Image?.Final.Declared,
                ReferenceEqualityComparer.Instance
            );
        }
    } = [];

    /// <summary>The scripts of the repository that containers start.</summary>
    public IReadOnlyList<ScriptStart> ScriptStarts { get; init; } = [];

    /// <summary>The files of the repository that RUN instructions start by themselves.</summary>
    public IReadOnlyList<ScriptStart> BuildScripts { get; init; } = [];

    /// <summary>Programs of development dependencies with which containers start.</summary>
    public IReadOnlyList<StartTool> StartTools { get; init; } = [];

    /// <summary>Programs of development dependencies that the builds of images call.</summary>
    public IReadOnlyList<StartTool> BuildTools { get; init; } = [];

    public IReadOnlyList<Service> Services { get; init; } = [];

    public IReadOnlyList<Pipeline> Pipelines { get; init; } = [];

    public IReadOnlyList<MigrationHistory> Migrations { get; init; } = [];

    /// <summary>What Python programs import as their containers start, held against what their images install.</summary>
    public IReadOnlyList<StartImports> StartImports { get; init; } = [];

    /// <summary>What the settings of tools import while images are built, held against what the stages hold by then.</summary>
    public IReadOnlyList<StartImports> BuildImports { get; init; } = [];

    /// <summary>Every path a file names, with whether it is there.</summary>
    public IReadOnlyList<PathUse> Paths { get; init; } = [];

    /// <summary>Every name a file gives to something another statement must define: stages, jobs, volumes, keys.</summary>
    public IReadOnlyList<NameUse> Names { get; init; } = [];

    /// <summary>Every address a workload is given or has built in, with who answers there.</summary>
    public IReadOnlyList<EndpointUse> Endpoints { get; init; } = [];

    /// <summary>For every workload whose source was read: what it reads, and what it is given.</summary>
    public IReadOnlyList<WorkloadVariables> Variables { get; init; } = [];

    /// <summary>Files, and scripts of files, on which perhaps no deployment depends.</summary>
    public IReadOnlyList<SparePart> Spares
    {
        get;
        init
        {
            field = value;
            sparesIn = value.ToLookup(part => part.Span.File);
        }
    } = [];

    /// <summary>What kind of undertaking this is.</summary>
    public Scale Scale { get; init; } = Scale.None;

    /// <summary>What such an undertaking ought to have, and whether it has it.</summary>
    public IReadOnlyList<Capability> Capabilities { get; init; } = [];

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
    public IEnumerable<Workload> WorkloadsOf(Dockerfile dockerfile) => workloadsOf[dockerfile];

    /// <summary>The workloads that run an image: the stage that it ends with.</summary>
    public IEnumerable<Workload> WorkloadsOf(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return workloadsOf[image.Dockerfile].Where(workload => ReferenceEquals(workload.Image?.Final.Declared, image.Final.Declared));
    }

    /// <summary>What starts in a workload: its own command, or the one of its image.</summary>
    public Startup? StartupOf(Workload workload) =>
        startupsOf[workload].FirstOrDefault() ?? (workload?.Image is { } image ? StartupsOf(image).FirstOrDefault() : null);

    /// <summary>What starts in containers of an image whose target says nothing of it.</summary>
    public IEnumerable<Startup> StartupsOf(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return startupsOf[image.Final.Declared].Where(startup => startup.Workload is null);
    }

    /// <summary>The commands that one file holds.</summary>
    public IEnumerable<CommandSite> CommandsIn(SourceFile file) => commandsIn[file];

    /// <summary>The spare part in which a place lies; null when it lies in none.</summary>
    public SparePart? SpareAt(SourceSpan place) =>
        sparesIn[place.File]
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
