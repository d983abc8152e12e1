using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.CommandUses;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Dependencies;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Images.Builds;
using Seaworthy.Reading.Linking.Images.Releases;
using Seaworthy.Reading.Linking.Images.Runtimes;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Mobile;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Linking.Pipelines.Histories;
using Seaworthy.Reading.Linking.Pipelines.Programs;
using Seaworthy.Reading.Linking.Pipelines.Runtimes;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Proxies;
using Seaworthy.Reading.Linking.Stores;
using Seaworthy.Reading.Linking.Terraform;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking;

/// <summary>Every relation that is worked out when something asks for it. Nothing states an order: asking is the order.</summary>
/// <param name="modules">The source that belongs together, which many ask for.</param>
internal sealed class AllRelations(CodeModules modules)
{
    private readonly PerDeployment<ProgramFiles> programs = new(known => new ProgramFiles(known, modules));

    public IEnumerable<Relation> List => [.. Images, .. Programs, .. Pipelines, .. Settings, .. Network];

    /// <summary>What images are called, built of and hold.</summary>
    private IEnumerable<Relation> Images =>
        [
            new Relation<BrowserDemand>(BrowserDemands.Link),
            new Relation<ComposerInstall>(ComposerInstalls.Link),
            new Relation<ImageNaming>(ImageNamings.Link),
            new Relation<PhpExtensionBuild>(PhpExtensionBuilds.Link),
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
            new Relation<ProbedModule>(ProbedModules.Link),
            new Relation<QueueUse>(known => QueueLinker.Link(known, modules)),
            new Relation<RefusedCommand>(RefusedCommands.Link),
            new Relation<SchemaAtStart>(SchemasAtStart.Link),
            new Relation<SpringApplication>(SpringApplications.Link),
            new Relation<StartedPackage>(StartedPackages.Link),
            new Relation<TaskRoute>(TaskRouteLinker.Link),
        ];

    /// <summary>What pipelines, scripts and documents run.</summary>
    private static IEnumerable<Relation> Pipelines =>
        [
            new Relation<EnvExport>(EnvExports.Link),
            new Relation<JobHistory>(JobHistories.Link),
            new Relation<JobRuntime>(JobRuntimes.Link),
            new Relation<RunnerProgramUse>(RunnerProgramLinker.Link),
            new Relation<StartedScript>(StartedScripts.Link),
            new Relation<TerraformRun>(TerraformRuns.Link),
            new Relation<TestRun>(TestRunLinker.Link),
            new Relation<UnreadWorkflow>(UnreadWorkflows.Link),
        ];

    /// <summary>What configuration and stores say of each other.</summary>
    private IEnumerable<Relation> Settings =>
        [
            new Relation<BrowserBundle>(known => BrowserBundles.Link(known, modules)),
            new Relation<BuildDemand>(known => BuildDemands.Link(known, modules)),
            new Relation<CreatedDatabase>(StoreAccessLinker.Created),
            new Relation<ForeignPrefix>(ForeignPrefixes.Link),
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
            new Relation<ForwardedUpload>(known => ForwardedUploads.Link(known, modules)),
            new Relation<FrontEndProxy>(known => FrontEndProxies.Link(known, modules)),
            new Relation<KustomizeSelection>(KubernetesStackLinker.Selections),
            new Relation<LoadedAsset>(known => LoadedAssets.Link(known, modules)),
            new Relation<LocalhostProbe>(LocalhostProbes.Link),
            new Relation<ProxiedPath>(ProxiedPaths.Link),
            new Relation<RouteCall>(known => CallLinker.Link(known, modules)),
        ];
}
