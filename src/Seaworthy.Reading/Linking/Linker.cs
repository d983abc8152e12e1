using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Capabilities;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.CommandUses;
using Seaworthy.Reading.Linking.Components;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Dependencies;
using Seaworthy.Reading.Linking.Documents;
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

/// <summary>
/// The staircase: facts of single files become one deployment. It has storeys: each step sees what the storeys below linked, and adds one relation.
/// Steps of one storey never see each other, and are taken side by side.
/// </summary>
internal static class Linker
{
    /// <param name="tree">Every path.</param>
    /// <param name="artifacts">What each file says.</param>
    /// <param name="outside">What somebody tells of the world outside: it closes what the tree leaves open.</param>
    public static Deployment Link(RepositoryTree tree, IReadOnlyList<Artifact> artifacts, OutsideFacts? outside = null)
    {
        Deployment ground = new()
        {
            Tree = tree,
            Artifacts = RenderedCharts.Without(artifacts),
            Outside = outside ?? OutsideFacts.None,
        };
        CodeModules modules = new(ground.Of<CodeFile>());
        var declared = LinkDeclarations(ground, modules);
        var built = LinkImages(declared);
        var running = LinkTargets(built, modules);
        var used = LinkUses(LinkCommands(running), modules);
        used = used with { Endpoints = OutsideHosts.Answer(EndpointReaders.Mark(used), used.Outside) };
        var capable = Task.Run(() => CapabilityLinker.Link(used));
        var accesses = Start(() => StoreAccessLinker.Link(used));
        var guarded = GuardedPods.Of(used);
        var rewrites = Start(() => IngressRewrites.Link(used));
        var shared = Start(() => SharedSecretLinker.Link(used));
        var uploads = Start(() => ForwardedUploads.Link(used, modules));
        var fronts = Start(() => FrontEndProxies.Link(used, modules));
        var addresses = Start(() => DefaultAddresses.Link(used));
        var schemas = Start(() => SchemasAtStart.Link(used));
        var spring = Start(() => SpringApplications.Link(used));
        var extensions = Start(() => ExtensionLinker.Link(used));
        var bundles = Start(() => BrowserBundles.Link(used, modules));
        var demands = Start(() => BuildDemands.Link(used, modules));
        ProgramFiles loaded = new(used, modules);
        var needs = Start(() => WorkspaceNeedLinker.Link(used, loaded));
        var logged = Start(() => LoggedSecrets.Link(used, modules, loaded));
        return used with
        {
            Programs = ProgramUses.Link(used),
            CreatedDatabases = StoreAccessLinker.Created(used),
            StoreAccesses = accesses.Result,
            GuardedCalls = guarded is null ? [] : GuardedCalls.Link(used, guarded),
            GuardedLookups = guarded is null ? [] : GuardedLookups.Link(used, guarded),
            IngressRewrites = rewrites.Result,
            SharedSecrets = shared.Result,
            ForwardedUploads = uploads.Result,
            FrontEndProxies = fronts.Result,
            DefaultAddresses = addresses.Result,
            SchemasAtStart = schemas.Result,
            SpringApplications = spring.Result,
            Extensions = extensions.Result,
            BrowserBundles = bundles.Result,
            BuildDemands = demands.Result,
            WorkspaceNeeds = needs.Result,
            LoggedSecrets = logged.Result,
            Scale = capable.Result.Scale,
            Capabilities = OutsideCapabilities.Show(capable.Result.Capabilities, used.Outside),
        };
    }

    /// <summary>Files that one tool reads together, and the source that belongs together.</summary>
    private static Deployment LinkDeclarations(Deployment ground, CodeModules modules)
    {
        var components = Start(() => ComponentLinker.Link(ground, modules));
        var kubernetes = Start(() => KubernetesStackLinker.Link(ground));
        var pipelines = Start(() => PipelineLinker.Link(ground));
        var deployment = ground with { Commands = CommandSites.Link(ground) };
        deployment = deployment with { ComposeCalls = ComposeCalls.Link(deployment) };
        deployment = deployment with { ComposeStacks = ComposeStackLinker.Link(deployment) };
        return deployment with { Components = components.Result, KubernetesStacks = kubernetes.Result, Pipelines = pipelines.Result };
    }

    /// <summary>What is built from them, and what source says by itself.</summary>
    private static Deployment LinkImages(Deployment declared)
    {
        var prefixes = Start(() => ForeignPrefixes.Link(declared));
        var names = Start(() => TwoNamesLinker.Link(declared));
        var secrets = Start(() => SecretDefaults.Link(declared));
        var keys = Start(() => LiteralKeys.Link(declared));
        var tests = Start(() => TestRunLinker.Link(declared));
        var unread = Start(() => UnreadWorkflows.Link(declared));
        return declared with
        {
            Images = ImageLinker.Link(declared),
            ForeignPrefixes = prefixes.Result,
            TwoNames = names.Result,
            SecretDefaults = secrets.Result,
            LiteralKeys = keys.Result,
            TestRuns = tests.Result,
            UnreadWorkflows = unread.Result,
            CommitTags = CommitTags.Link(declared),
            JoinedTags = JoinedTagsLinker.Link(declared),
        };
    }

    /// <summary>What runs of that, and how it starts.</summary>
    private static Deployment LinkTargets(Deployment built, CodeModules modules)
    {
        var images = Start(() => ImageUses.Link(built));
        var charts = Start(() => ChartImages.Link(built));
        var namings = Start(() => ImageNamings.Link(built));
        var copied = Start(() => CopiedPrograms.Link(built));
        var pip = Start(() => SystemPip.Link(built));
        var php = Start(() => PhpExtensionBuilds.Link(built));
        var composer = Start(() => ComposerInstalls.Link(built));
        var browsers = Start(() => BrowserDemands.Link(built));
        var running = built with { Targets = OutsideSupply.Give(TargetLinker.Link(built, modules), built.Outside) };
        var services = Start(() => ServiceLinker.Link(running));
        var lone = Start(() => LoneContainers.Link(running, modules));
        var started = running with { Startups = StartupLinker.Link(running) };
        return started with
        {
            TaskRoutes = TaskRouteLinker.Link(started),
            DevelopmentModes = DevelopmentModes.Link(started, modules),
            Services = services.Result,
            PhpExtensions = php.Result,
            ComposerInstalls = composer.Result,
            LoneContainers = lone.Result,
            ImageUses = images.Result,
            ImageNamings = namings.Result,
            ChartImages = charts.Result,
            CopiedPrograms = copied.Result,
            SystemPipInstalls = pip.Result,
            BrowserDemands = browsers.Result,
        };
    }

    /// <summary>What scripts, steps and checks say by themselves.</summary>
    private static Deployment LinkCommands(Deployment running)
    {
        var refused = Start(() => RefusedCommands.Link(running));
        var probed = Start(() => ProbedModules.Link(running));
        var names = Start(() => UnsetNames.Link(running));
        var terraform = Start(() => TerraformRuns.Link(running));
        var settings = Start(() => BuildImportLinker.Link(running));
        var histories = Start(() => JobHistories.Link(running));
        return running with
        {
            PnpmSetups = PnpmSetups.Link(running),
            JobHistories = histories.Result,
            RefusedCommands = refused.Result,
            ProbedModules = probed.Result,
            LocalhostProbes = LocalhostProbes.Link(running),
            LeftConsoleScripts = LeftConsoleScripts.Link(running),
            ChosenMinifiers = ChosenMinifiers.Link(running),
            StartedPackages = StartedPackages.Link(running),
            BuildScripts = BuildScripts.Link(running),
            StartedScripts = StartedScripts.Link(running),
            StepVariables = ForgottenVariables.Link(running),
            JobRuntimes = JobRuntimes.Link(running),
            UvInstalls = UvInstalls.Link(running),
            FrozenInstalls = FrozenInstallLinker.Link(running),
            ReleaseMoves = ReleaseMoves.Link(running),
            ShellNames = names.Result,
            TerraformRuns = terraform.Result,
            BuildImports = settings.Result,
        };
    }

    /// <summary>What everything needs of everything else.</summary>
    private static Deployment LinkUses(Deployment running, CodeModules modules)
    {
        // The longest first: the others fill the cores beside them.
        var imports = Start(() => StartImportLinker.Link(running));
        ProgramFiles loaded = new(running, modules);
        var packages = Start(() => PackageImportLinker.Link(running, loaded));
        var own = Start(() => ModuleImportLinker.Link(running, loaded));
        var variables = Start(() => VariableLinker.Link(running, modules));
        var paths = Start(() => PathUses.Link(running));
        var names = Start(() => NameUses.Link(running));
        var calls = Start(() => CallLinker.Link(running, modules));
        var migrations = Start(() => MigrationLinker.Link(running));
        var endpoints = Start(() => EndpointLinker.Link(running, modules));
        var templates = Start(() => TemplateLinker.Link(running));
        var scripts = Start(() => EntryScripts.Link(running));
        var selections = Start(() => KubernetesStackLinker.Selections(running));
        var expansions = Start(() => EarlyExpansions.Link(running));
        var rules = Start(() => TraefikRules.Link(running));
        var proxied = Start(() => ProxiedPaths.Link(running));
        var programs = Start(() => RunnerProgramLinker.Link(running));
        var schedulers = Start(() => SchedulerLinker.Link(running));
        var queues = Start(() => QueueLinker.Link(running, modules));
        var assets = Start(() => LoadedAssets.Link(running, modules));
        var configurations = Start(() => PlacedConfigurations.Link(running));
        var runtimes = Start(() => RuntimeDemands.Link(running));
        var accounts = Start(() => AccountCreations.Link(running));
        var system = Start(() => SystemPackages.Link(running));
        var nginx = Start(() => NginxUsers.Link(running));
        var tools = Start(() => StartToolLinker.Link(running));
        var environments = Start(() => EnvironmentStarts.Link(running));
        var buildTools = Start(() => BuildToolLinker.Link(running));
        var documented = Start(() => DocumentedNames.Link(running));
        var exports = Start(() => EnvExports.Link(running));
        var spares = Start(() => SpareParts.Link(running));
        return running with
        {
            Spares = spares.Result,
            EnvExports = exports.Result,
            DocumentedNames = documented.Result,
            Paths = paths.Result,
            Names = OutsideNames.Define(names.Result, running.Outside),
            PackageImports = packages.Result,
            ModuleImports = own.Result,
            Variables = variables.Result,
            Calls = calls.Result,
            Migrations = migrations.Result,
            Endpoints = endpoints.Result,
            EnvTemplates = templates.Result,
            ScriptStarts = scripts.Result,
            KustomizeSelections = selections.Result,
            RoutingRules = rules.Result,
            ProxiedPaths = proxied.Result,
            EarlyExpansions = expansions.Result,
            RunnerPrograms = programs.Result,
            Configurations = configurations.Result,
            RuntimeDemands = runtimes.Result,
            Schedulers = schedulers.Result,
            LoadedAssets = assets.Result,
            Queues = queues.Result,
            AccountCreations = accounts.Result,
            SystemPackages = system.Result,
            StartTools = tools.Result,
            StartImports = imports.Result,
            BuildTools = buildTools.Result,
            EnvironmentStarts = environments.Result,
            NginxUsers = nginx.Result,
        };
    }

    private static Task<IReadOnlyList<T>> Start<T>(Func<IReadOnlyList<T>> step) => Task.Run(step);
}
