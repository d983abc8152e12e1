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

    /// <summary>What kustomizations change, and whether it meets an object of theirs.</summary>
    public IReadOnlyList<KustomizeSelection> KustomizeSelections { get; init; } = [];

    public IReadOnlyList<Component> Components { get; init; } = [];

    public IReadOnlyList<Image> Images { get; init; } = [];

    /// <summary>Every image that is pulled from elsewhere, wherever it is named.</summary>
    public IReadOnlyList<ImageUse> ImageUses { get; init; } = [];

    /// <summary>Those of them whose release has ended, with what has to move with them.</summary>
    public IReadOnlyList<ReleaseMove> ReleaseMoves { get; init; } = [];

    /// <summary>Files of variables that scripts export word by word.</summary>
    public IReadOnlyList<EnvExport> EnvExports { get; init; } = [];

    /// <summary>Programs that builds and start scripts call, and that their image lacks.</summary>
    public IReadOnlyList<ProgramUse> Programs { get; init; } = [];

    /// <summary>Every name that is given to an image, or by which one is fetched.</summary>
    public IReadOnlyList<ImageNaming> ImageNamings { get; init; } = [];

    /// <summary>The users and groups that Dockerfiles make.</summary>
    public IReadOnlyList<AccountCreation> AccountCreations { get; init; } = [];

    /// <summary>Images whose code launches a browser.</summary>
    public IReadOnlyList<BrowserDemand> BrowserDemands { get; init; } = [];

    /// <summary>The packages of their system that Dockerfiles install.</summary>
    public IReadOnlyList<SystemPackage> SystemPackages { get; init; } = [];

    /// <summary>Extensions of PHP that Dockerfiles compile.</summary>
    public IReadOnlyList<PhpExtensionBuild> PhpExtensions { get; init; } = [];

    /// <summary>Where Composer installs packages in images upon PHP's official ones.</summary>
    public IReadOnlyList<ComposerInstall> ComposerInstalls { get; init; } = [];

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

    /// <summary>Jobs whose steps set shell variables.</summary>
    public IReadOnlyList<StepVariables> StepVariables { get; init; } = [];

    /// <summary>The files of the repository that its commands start by themselves.</summary>
    public IReadOnlyList<StartedScript> StartedScripts { get; init; } = [];

    /// <summary>The files of the repository that RUN instructions start by themselves.</summary>
    public IReadOnlyList<ScriptStart> BuildScripts { get; init; } = [];

    /// <summary>Source that is started and says that it runs as on the desk.</summary>
    public IReadOnlyList<DevelopmentMode> DevelopmentModes { get; init; } = [];

    /// <summary>What programs have done to the tables of their databases at each start.</summary>
    public IReadOnlyList<SchemaAtStart> SchemasAtStart { get; init; } = [];

    /// <summary>Applications of Spring Boot whose release is stated.</summary>
    public IReadOnlyList<SpringApplication> SpringApplications { get; init; } = [];

    /// <summary>Extensions that are created in the PostgreSQL servers of targets.</summary>
    public IReadOnlyList<ExtensionUse> Extensions { get; init; } = [];

    /// <summary>Programs of development dependencies with which containers start.</summary>
    public IReadOnlyList<StartTool> StartTools { get; init; } = [];

    /// <summary>Programs of development dependencies that the builds of images call.</summary>
    public IReadOnlyList<StartTool> BuildTools { get; init; } = [];

    /// <summary>Addresses that stand for the container itself, where another workload is meant.</summary>
    public IReadOnlyList<DefaultAddress> DefaultAddresses { get; init; } = [];

    /// <summary>Installations that take a lock file as it stands.</summary>
    public IReadOnlyList<FrozenInstall> FrozenInstalls { get; init; } = [];

    /// <summary>Where Dockerfiles install packages by <c>uv pip</c>.</summary>
    public IReadOnlyList<UvInstall> UvInstalls { get; init; } = [];

    /// <summary>Installations of Python packages by the pip of an image's system.</summary>
    public IReadOnlyList<SystemPipInstall> SystemPipInstalls { get; init; } = [];

    /// <summary>Compiled programs that final stages take from others.</summary>
    public IReadOnlyList<CopiedProgram> CopiedPrograms { get; init; } = [];

    public IReadOnlyList<Service> Services { get; init; } = [];

    public IReadOnlyList<Pipeline> Pipelines { get; init; } = [];

    /// <summary>Images that workflows push by the commit, and where they ask for them.</summary>
    public IReadOnlyList<CommitTag> CommitTags { get; init; } = [];

    /// <summary>Lists of tags that steps take for the name of one image.</summary>
    public IReadOnlyList<JoinedTags> JoinedTags { get; init; } = [];

    /// <summary>Workflows that lie where GitHub does not look.</summary>
    public IReadOnlyList<UnreadWorkflow> UnreadWorkflows { get; init; } = [];

    /// <summary>Configurations of Terraform that jobs plan or apply without a value for some variable.</summary>
    public IReadOnlyList<TerraformRun> TerraformRuns { get; init; } = [];

    /// <summary>Here-documents that are handed to another shell.</summary>
    public IReadOnlyList<EarlyExpansion> EarlyExpansions { get; init; } = [];

    /// <summary>Packages that health checks import, with whether their images install them.</summary>
    public IReadOnlyList<ProbedModule> ProbedModules { get; init; } = [];

    /// <summary>Health checks of nginx that ask it by a name with two addresses.</summary>
    public IReadOnlyList<LocalhostProbe> LocalhostProbes { get; init; } = [];

    /// <summary>Scripts that set variables, with the ones that nothing sets.</summary>
    public IReadOnlyList<ShellNames> ShellNames { get; init; } = [];

    /// <summary>Commands of tools that are installed in their newest release.</summary>
    public IReadOnlyList<RefusedCommand> RefusedCommands { get; init; } = [];

    /// <summary>Jobs that ask git for history, with what their checkout leaves out.</summary>
    public IReadOnlyList<JobHistory> JobHistories { get; init; } = [];

    /// <summary>Steps that install pnpm, with what a manifest says of it.</summary>
    public IReadOnlyList<PnpmSetup> PnpmSetups { get; init; } = [];

    /// <summary>Programs that jobs call and their machines do not bring, with what installs them.</summary>
    public IReadOnlyList<RunnerProgramUse> RunnerPrograms { get; init; } = [];

    /// <summary>What files demand of the runtimes that jobs have.</summary>
    public IReadOnlyList<JobRuntime> JobRuntimes { get; init; } = [];

    /// <summary>Secrets with which one workload checks what another signs.</summary>
    public IReadOnlyList<SharedSecret> SharedSecrets { get; init; } = [];

    /// <summary>Runs of tests in workflows, with the tests that they find.</summary>
    public IReadOnlyList<TestRun> TestRuns { get; init; } = [];

    /// <summary>The rules by which proxies of known version route.</summary>
    public IReadOnlyList<RoutingRule> RoutingRules { get; init; } = [];

    /// <summary>Requests that proxies pass on to components whose routes are all known.</summary>
    public IReadOnlyList<ProxiedPath> ProxiedPaths { get; init; } = [];

    /// <summary>Front ends whose development server passes requests on, and the web servers that serve their builds.</summary>
    public IReadOnlyList<FrontEndProxy> FrontEndProxies { get; init; } = [];

    /// <summary>Uploads that reach components through proxies, where both say how large they may be.</summary>
    public IReadOnlyList<ForwardedUpload> ForwardedUploads { get; init; } = [];

    public IReadOnlyList<MigrationHistory> Migrations { get; init; } = [];

    /// <summary>What the source of each component imports from packages, held against its manifests.</summary>
    public IReadOnlyList<PackageImports> PackageImports { get; init; } = [];

    /// <summary>What the program of each component imports from its own repository.</summary>
    public IReadOnlyList<ModuleImports> ModuleImports { get; init; } = [];

    /// <summary>What Python programs import as their containers start, held against what their images install.</summary>
    public IReadOnlyList<StartImports> StartImports { get; init; } = [];

    /// <summary>Packages of JavaScript workspaces that builds of images import, held against what was built before.</summary>
    public IReadOnlyList<WorkspaceNeed> WorkspaceNeeds { get; init; } = [];

    /// <summary>What the settings of tools import while images are built, held against what the stages hold by then.</summary>
    public IReadOnlyList<StartImports> BuildImports { get; init; } = [];

    /// <summary>Python programs with which containers start, where packages are installed into a virtual environment.</summary>
    public IReadOnlyList<EnvironmentStart> EnvironmentStarts { get; init; } = [];

    /// <summary>Servers and workers of Python with which containers start, held against what their images install.</summary>
    public IReadOnlyList<StartedPackage> StartedPackages { get; init; } = [];

    /// <summary>Programs of Python packages with which images start that take those packages from another stage.</summary>
    public IReadOnlyList<LeftConsoleScript> LeftConsoleScripts { get; init; } = [];

    /// <summary>Minifiers that the settings of bundlers choose.</summary>
    public IReadOnlyList<ChosenMinifier> ChosenMinifiers { get; init; } = [];

    /// <summary>The versions of runtimes that manifests demand of the images they end in.</summary>
    public IReadOnlyList<RuntimeDemand> RuntimeDemands { get; init; } = [];

    /// <summary>Every path a file names, with whether it is there.</summary>
    public IReadOnlyList<PathUse> Paths { get; init; } = [];

    /// <summary>Every name a file gives to something another statement must define: stages, jobs, volumes, keys.</summary>
    public IReadOnlyList<NameUse> Names { get; init; } = [];

    /// <summary>Workloads that only schedule, and who does what they schedule.</summary>
    public IReadOnlyList<SchedulerUse> Schedulers { get; init; } = [];

    /// <summary>Queues to which tasks are routed in targets that run workers.</summary>
    public IReadOnlyList<TaskRoute> TaskRoutes { get; init; } = [];

    /// <summary>Queues that programs of a target fill, and who empties them.</summary>
    public IReadOnlyList<QueueUse> Queues { get; init; } = [];

    /// <summary>Files that applications for phones load from their bundle as they start.</summary>
    public IReadOnlyList<LoadedAsset> LoadedAssets { get; init; } = [];

    /// <summary>Configurations of known programs, where containers hold them.</summary>
    public IReadOnlyList<PlacedConfiguration> Configurations { get; init; } = [];

    /// <summary>nginx of the official image where it does not run as root.</summary>
    public IReadOnlyList<NginxUser> NginxUsers { get; init; } = [];

    /// <summary>Every address a workload is given or has built in, with who answers there.</summary>
    public IReadOnlyList<EndpointUse> Endpoints { get; init; } = [];

    /// <summary>The paths that ingress-nginx rewrites.</summary>
    public IReadOnlyList<IngressRewrite> IngressRewrites { get; init; } = [];

    /// <summary>Calls between pods that network policies are for.</summary>
    public IReadOnlyList<GuardedCall> GuardedCalls { get; init; } = [];

    /// <summary>Pods under network policies that have names to look up.</summary>
    public IReadOnlyList<GuardedLookup> GuardedLookups { get; init; } = [];

    /// <summary>How workloads sign in at the data stores of their target.</summary>
    public IReadOnlyList<StoreAccess> StoreAccesses { get; init; } = [];

    /// <summary>Databases that scripts create when a data store starts for the first time.</summary>
    public IReadOnlyList<CreatedDatabase> CreatedDatabases { get; init; } = [];

    /// <summary>Requests in the source of one component to the routes of another.</summary>
    public IReadOnlyList<RouteCall> Calls { get; init; } = [];

    /// <summary>For every workload whose source was read: what it reads, and what it is given.</summary>
    public IReadOnlyList<WorkloadVariables> Variables { get; init; } = [];

    /// <summary>Bundles for browsers that images build, with the variables that they are not given.</summary>
    public IReadOnlyList<BrowserBundle> BrowserBundles { get; init; } = [];

    /// <summary>Commands of builds that load settings, with the variables that those are not given.</summary>
    public IReadOnlyList<BuildDemand> BuildDemands { get; init; } = [];

    /// <summary>Variables that browser code reads by the prefix of another bundler than its own.</summary>
    public IReadOnlyList<ForeignPrefix> ForeignPrefixes { get; init; } = [];

    /// <summary>Variables that one component reads under two names.</summary>
    public IReadOnlyList<TwoNames> TwoNames { get; init; } = [];

    /// <summary>Secrets that code reads, with the literals it falls back to.</summary>
    public IReadOnlyList<SecretDefault> SecretDefaults { get; init; } = [];

    /// <summary>Keys with which programs sign, written in their source.</summary>
    public IReadOnlyList<LiteralKey> LiteralKeys { get; init; } = [];

    /// <summary>Secrets that programs write to their logs.</summary>
    public IReadOnlyList<LoggedSecret> LoggedSecrets { get; init; } = [];

    /// <summary>What the commands of READMEs name.</summary>
    public IReadOnlyList<DocumentedName> DocumentedNames { get; init; } = [];

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

    /// <summary>Every template of an env file, held against the code it is for.</summary>
    public IReadOnlyList<TemplateVariables> EnvTemplates { get; init; } = [];

    /// <summary>What kind of undertaking this is.</summary>
    public Scale Scale { get; init; } = Scale.None;

    /// <summary>What such an undertaking ought to have, and whether it has it.</summary>
    public IReadOnlyList<Capability> Capabilities { get; init; } = [];

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
