using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Capabilities;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.CommandUses;
using Seaworthy.Reading.Linking.Components;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Dependencies;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Images.Builds;
using Seaworthy.Reading.Linking.Images.Releases;
using Seaworthy.Reading.Linking.Images.Runtimes;
using Seaworthy.Reading.Linking.Images.Starts;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Migrations;
using Seaworthy.Reading.Linking.Mobile;
using Seaworthy.Reading.Linking.Names;
using Seaworthy.Reading.Linking.Outside;
using Seaworthy.Reading.Linking.Paths;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Linking.Pipelines.Histories;
using Seaworthy.Reading.Linking.Pipelines.Programs;
using Seaworthy.Reading.Linking.Pipelines.Runtimes;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Proxies;
using Seaworthy.Reading.Linking.Spares;
using Seaworthy.Reading.Linking.Stores;
using Seaworthy.Reading.Linking.Targets;
using Seaworthy.Reading.Linking.Terraform;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking;

/// <summary>Every relation that is worked out when something asks for it. Nothing states an order: asking is the order.</summary>
/// <param name="modules">The source that belongs together, which many ask for.</param>
internal sealed class AllRelations(CodeModules modules)
{
    private readonly PerDeployment<ProgramFiles> programs = new(known => new ProgramFiles(known, modules));

    public IEnumerable<Relation> List => [.. Images, .. Programs, .. Pipelines, .. Settings, .. Network, .. Shared];

    /// <summary>What images are called, built of and hold.</summary>
    private IEnumerable<Relation> Images =>
        [
            new Relation<BrokenPackage>(BrokenPackages.Link),
            new Relation<BrowserDemand>(BrowserDemands.Link),
            new Relation<ComposerInstall>(ComposerInstalls.Link),
            new Relation<ImageNaming>(ImageNamings.Link),
            new Relation<PhpExtensionBuild>(PhpExtensionBuilds.Link),
            new Relation<PhpExtensionRequest>(PhpExtensionRequests.Link),
            new Relation<PhpUpload>(known => PhpUploads.Link(known, modules)),
            new Relation<ProgramUse>(ProgramUses.Link),
            new Relation<ReleaseMove>(ReleaseMoves.Link),
            new Relation<RuntimeDemand>(RuntimeDemands.Link),
            new Relation<SystemPackage>(SystemPackages.Link),
            new Relation<WorkspaceNeed>(known => WorkspaceNeedLinker.Link(known, programs.Of(known))),
        ];

    /// <summary>What programs load, start and need.</summary>
    private IEnumerable<Relation> Programs =>
        [
            new Relation<ChosenMinifier>(ChosenMinifiers.Link),
            new Relation<DevelopmentMode>(known => DevelopmentModes.Link(known, modules)),
            new Relation<EnvironmentStart>(EnvironmentStarts.Link),
            new Relation<ModuleImports>(known => ModuleImportLinker.Link(known, programs.Of(known))),
            new Relation<NginxUser>(NginxUsers.Link),
            new Relation<PackageImports>(known => PackageImportLinker.Link(known, programs.Of(known))),
            new Relation<PlacedConfiguration>(PlacedConfigurations.Link),
            new Relation<CaddyVariable>(CaddyVariables.Link),
            new Relation<ProbedModule>(ProbedModules.Link),
            new Relation<QueueUse>(known => QueueLinker.Link(known, modules)),
            new Relation<RefusedCommand>(RefusedCommands.Link),
            new Relation<SchemaAtStart>(known => SchemasAtStart.Link(known, modules)),
            new Relation<SpringApplication>(SpringApplications.Link),
            new Relation<StartedPackage>(StartedPackages.Link),
            new Relation<TaskRoute>(known => [.. TaskRouteLinker.Link(known, modules), .. LaravelQueueLinker.Link(known)]),
        ];

    /// <summary>What pipelines, scripts and documents run.</summary>
    private static IEnumerable<Relation> Pipelines =>
        [
            new Relation<EnvExport>(EnvExports.Link),
            new Relation<JobHistory>(JobHistories.Link),
            new Relation<JobRuntime>(JobRuntimes.Link),
            new Relation<RunnerProgramUse>(RunnerProgramLinker.Link),
            new Relation<StartedScript>(StartedScripts.Link),
            new Relation<CloudResource>(CloudResources.Link),
            new Relation<TerraformApply>(TerraformApplies.Link),
            new Relation<TerraformRun>(TerraformRuns.Link),
            new Relation<TestRun>(TestRunLinker.Link),
            new Relation<UnreadWorkflow>(UnreadWorkflows.Link),
            new Relation<GuardedStep>(GuardedSteps.Link),
        ];

    /// <summary>What configuration and stores say of each other.</summary>
    private IEnumerable<Relation> Settings =>
        [
            new Relation<BrowserBundle>(known => BrowserBundles.Link(known, modules)),
            new Relation<BuildDemand>(known => BuildDemands.Link(known, modules)),
            new Relation<CreatedDatabase>(StoreAccessLinker.Created),
            new Relation<ForeignPrefix>(known => ForeignPrefixes.Link(known, modules)),
            new Relation<KeptFiles>(known => KeptFilesLinker.Link(known, modules)),
            new Relation<EngineAddress>(known => EngineAddressLinker.Link(known, modules)),
            new Relation<LiteralKey>(LiteralKeys.Link),
            new Relation<LoggedSecret>(known => LoggedSecrets.Link(known, modules, programs.Of(known))),
            new Relation<SecretDefault>(SecretDefaults.Link),
            new Relation<StoreAccess>(StoreAccessLinker.Link),
            new Relation<TemplateVariables>(TemplateLinker.Link),
        ];

    /// <summary>Who reaches whom, by which path.</summary>
    private IEnumerable<Relation> Network =>
        [
            new Relation<DefaultAddress>(DefaultAddresses.Link),
            new Relation<PromisedAddress>(PromisedAddresses.Link),
            new Relation<ForwardedUpload>(known => ForwardedUploads.Link(known, modules)),
            new Relation<FrontEndProxy>(known => FrontEndProxies.Link(known, modules)),
            new Relation<KustomizeSelection>(KubernetesStackLinker.Selections),
            new Relation<LoadedAsset>(known => LoadedAssets.Link(known, modules)),
            new Relation<LocalhostProbe>(LocalhostProbes.Link),
            new Relation<DeployedPage>(known => DeployedPages.Link(known, modules)),
            new Relation<PageOrigin>(known => PageOrigins.Link(known, modules)),
            new Relation<ServedOrigins>(known => ServedOriginLists.Link(known, modules)),
            new Relation<PagePolicy>(PagePolicies.Link),
            new Relation<ProxiedPath>(ProxiedPaths.Link),
            new Relation<UnguardedRoute>(UnguardedRoutes.Link),
            new Relation<StarterDefault>(StarterDefaults.Link),
            new Relation<RouteCall>(known => CallLinker.Link(known, modules)),
        ];

    /// <summary>What everything needs of everything else.</summary>
    private IEnumerable<Relation> Shared =>
        [
            new Relation<BuildImports>(BuildImportLinker.Link),
            new Relation<BuildScript>(BuildScripts.Link),
            new Relation<BuildTool>(BuildToolLinker.Link),
            new Relation<Capability>(known =>
                OutsideCapabilities.Show([.. known.All<ScaleCapabilities>().SelectMany(found => found.Capabilities)], known.Outside)
            ),
            new Relation<ChartImage>(ChartImages.Link),
            new Relation<ChartRendering>(ChartRenderings.Link),
            new Relation<CommandSite>(CommandSites.Link),
            new Relation<Component>(known => ComponentLinker.Link(known, modules)),
            new Relation<ComposeCall>(ComposeCalls.Link),
            new Relation<ComposeStack>(ComposeStackLinker.Link),
            new Relation<EndpointUse>(known => EndpointLinker.Link(known, modules)),
            new Relation<Image>(ImageLinker.Link),
            new Relation<ImageUse>(ImageUses.Link),
            new Relation<KubernetesStack>(KubernetesStackLinker.Link),
            new Relation<JarCopy>(JarCopies.Link),
            new Relation<LoneContainer>(known => LoneContainers.Link(known, modules)),
            new Relation<MigrationHistory>(MigrationLinker.Link),
            new Relation<NameUse>(NameUses.Link),
            new Relation<PathUse>(PathUses.Link),
            new Relation<Pipeline>(PipelineLinker.Link),
            new Relation<Scale>(known => [.. known.All<ScaleCapabilities>().Select(found => found.Scale)]),
            new Relation<ScaleCapabilities>(known => [CapabilityLinker.Link(known)]),
            new Relation<ScriptStart>(EntryScripts.Link),
            new Relation<Service>(ServiceLinker.Link),
            new Relation<SparePart>(SpareParts.Link),
            new Relation<StartImports>(StartImportLinker.Link),
            new Relation<StartTool>(StartToolLinker.Link),
            new Relation<Startup>(StartupLinker.Link),
            new Relation<Target>(known => TargetLinker.Link(known, modules)),
            new Relation<WorkloadVariables>(known => VariableLinker.Link(known, modules)),
        ];
}
