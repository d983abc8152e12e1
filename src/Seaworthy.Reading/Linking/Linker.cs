using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
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
    /// <param name="diagnostics">Takes what could not be joined.</param>
    /// <param name="outside">What somebody tells of the world outside: it closes what the tree leaves open.</param>
    public static Deployment Link(
        RepositoryTree tree,
        IReadOnlyList<Artifact> artifacts,
        ConcurrentBag<Diagnostic> diagnostics,
        OutsideFacts? outside = null
    )
    {
        Relations relations = new(diagnostics);
        Deployment ground = new()
        {
            Tree = tree,
            Artifacts = relations.Now(() => RenderedCharts.Without(artifacts), artifacts),
            Outside = outside ?? OutsideFacts.None,
        };
        CodeModules modules = new(ground.Of<CodeFile>());
        var declared = LinkDeclarations(relations, ground, modules);
        var built = LinkImages(relations, declared);
        var running = LinkTargets(relations, built, modules);
        var used = LinkUses(relations, LinkCommands(relations, running), modules);
        used = used with { Endpoints = relations.Now(() => OutsideHosts.Answer(EndpointReaders.Mark(used), used.Outside)) };
        var spares = relations.Start(() => SpareParts.Link(used));
        var capable = Task.Run(() =>
            relations.Now(() => CapabilityLinker.Link(used with { Spares = spares.Result }), new ScaleCapabilities(Scale.None, []))
        );
        var accesses = relations.Start(() => StoreAccessLinker.Link(used));
        var guarded = relations.Now(() => GuardedPods.Of(used), otherwise: null);
        var rewrites = relations.Start(() => IngressRewrites.Link(used));
        var shared = relations.Start(() => SharedSecretLinker.Link(used));
        var uploads = relations.Start(() => ForwardedUploads.Link(used, modules));
        var fronts = relations.Start(() => FrontEndProxies.Link(used, modules));
        var addresses = relations.Start(() => DefaultAddresses.Link(used));
        var schemas = relations.Start(() => SchemasAtStart.Link(used));
        var spring = relations.Start(() => SpringApplications.Link(used));
        var extensions = relations.Start(() => ExtensionLinker.Link(used));
        var bundles = relations.Start(() => BrowserBundles.Link(used, modules));
        var demands = relations.Start(() => BuildDemands.Link(used, modules));
        ProgramFiles loaded = new(used, modules);
        var needs = relations.Start(() => WorkspaceNeedLinker.Link(used, loaded));
        var logged = relations.Start(() => LoggedSecrets.Link(used, modules, loaded));
        return used with
        {
            Programs = relations.Now(() => ProgramUses.Link(used)),
            CreatedDatabases = relations.Now(() => StoreAccessLinker.Created(used)),
            StoreAccesses = accesses.Result,
            GuardedCalls = guarded is null ? [] : relations.Now(() => GuardedCalls.Link(used, guarded)),
            GuardedLookups = guarded is null ? [] : relations.Now(() => GuardedLookups.Link(used, guarded)),
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
            Spares = spares.Result,
            Scale = capable.Result.Scale,
            Capabilities = OutsideCapabilities.Show(capable.Result.Capabilities, used.Outside),
        };
    }

    /// <summary>Files that one tool reads together, and the source that belongs together.</summary>
    private static Deployment LinkDeclarations(Relations relations, Deployment ground, CodeModules modules)
    {
        var components = relations.Start(() => ComponentLinker.Link(ground, modules));
        var kubernetes = relations.Start(() => KubernetesStackLinker.Link(ground));
        var pipelines = relations.Start(() => PipelineLinker.Link(ground));
        var commanded = ground with { Commands = relations.Now(() => CommandSites.Link(ground)) };
        var called = commanded with { ComposeCalls = relations.Now(() => ComposeCalls.Link(commanded)) };
        var stacked = called with { ComposeStacks = relations.Now(() => ComposeStackLinker.Link(called)) };
        return stacked with { Components = components.Result, KubernetesStacks = kubernetes.Result, Pipelines = pipelines.Result };
    }

    /// <summary>What is built from them, and what source says by itself.</summary>
    private static Deployment LinkImages(Relations relations, Deployment declared)
    {
        var prefixes = relations.Start(() => ForeignPrefixes.Link(declared));
        var names = relations.Start(() => TwoNamesLinker.Link(declared));
        var secrets = relations.Start(() => SecretDefaults.Link(declared));
        var keys = relations.Start(() => LiteralKeys.Link(declared));
        var tests = relations.Start(() => TestRunLinker.Link(declared));
        var unread = relations.Start(() => UnreadWorkflows.Link(declared));
        return declared with
        {
            Images = relations.Now(() => ImageLinker.Link(declared)),
            ForeignPrefixes = prefixes.Result,
            TwoNames = names.Result,
            SecretDefaults = secrets.Result,
            LiteralKeys = keys.Result,
            TestRuns = tests.Result,
            UnreadWorkflows = unread.Result,
            CommitTags = relations.Now(() => CommitTags.Link(declared)),
            JoinedTags = relations.Now(() => JoinedTagsLinker.Link(declared)),
        };
    }

    /// <summary>What runs of that, and how it starts.</summary>
    private static Deployment LinkTargets(Relations relations, Deployment built, CodeModules modules)
    {
        var images = relations.Start(() => ImageUses.Link(built));
        var charts = relations.Start(() => ChartImages.Link(built));
        var namings = relations.Start(() => ImageNamings.Link(built));
        var copied = relations.Start(() => CopiedPrograms.Link(built));
        var pip = relations.Start(() => SystemPip.Link(built));
        var php = relations.Start(() => PhpExtensionBuilds.Link(built));
        var composer = relations.Start(() => ComposerInstalls.Link(built));
        var browsers = relations.Start(() => BrowserDemands.Link(built));
        var running = built with { Targets = relations.Now(() => OutsideSupply.Give(TargetLinker.Link(built, modules), built.Outside)) };
        var services = relations.Start(() => ServiceLinker.Link(running));
        var lone = relations.Start(() => LoneContainers.Link(running, modules));
        var started = running with { Startups = relations.Now(() => StartupLinker.Link(running)) };
        return started with
        {
            TaskRoutes = relations.Now(() => TaskRouteLinker.Link(started)),
            DevelopmentModes = relations.Now(() => DevelopmentModes.Link(started, modules)),
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
    private static Deployment LinkCommands(Relations relations, Deployment running)
    {
        var refused = relations.Start(() => RefusedCommands.Link(running));
        var probed = relations.Start(() => ProbedModules.Link(running));
        var names = relations.Start(() => UnsetNames.Link(running));
        var terraform = relations.Start(() => TerraformRuns.Link(running));
        var settings = relations.Start(() => BuildImportLinker.Link(running));
        var histories = relations.Start(() => JobHistories.Link(running));
        return running with
        {
            PnpmSetups = relations.Now(() => PnpmSetups.Link(running)),
            JobHistories = histories.Result,
            RefusedCommands = refused.Result,
            ProbedModules = probed.Result,
            LocalhostProbes = relations.Now(() => LocalhostProbes.Link(running)),
            LeftConsoleScripts = relations.Now(() => LeftConsoleScripts.Link(running)),
            ChosenMinifiers = relations.Now(() => ChosenMinifiers.Link(running)),
            StartedPackages = relations.Now(() => StartedPackages.Link(running)),
            BuildScripts = relations.Now(() => BuildScripts.Link(running)),
            StartedScripts = relations.Now(() => StartedScripts.Link(running)),
            StepVariables = relations.Now(() => ForgottenVariables.Link(running)),
            JobRuntimes = relations.Now(() => JobRuntimes.Link(running)),
            UvInstalls = relations.Now(() => UvInstalls.Link(running)),
            FrozenInstalls = relations.Now(() => FrozenInstallLinker.Link(running)),
            ReleaseMoves = relations.Now(() => ReleaseMoves.Link(running)),
            ShellNames = names.Result,
            TerraformRuns = terraform.Result,
            BuildImports = settings.Result,
        };
    }

    /// <summary>What everything needs of everything else.</summary>
    private static Deployment LinkUses(Relations relations, Deployment running, CodeModules modules)
    {
        // The longest first: the others fill the cores beside them.
        var imports = relations.Start(() => StartImportLinker.Link(running));
        ProgramFiles loaded = new(running, modules);
        var packages = relations.Start(() => PackageImportLinker.Link(running, loaded));
        var own = relations.Start(() => ModuleImportLinker.Link(running, loaded));
        var variables = relations.Start(() => VariableLinker.Link(running, modules));
        var paths = relations.Start(() => PathUses.Link(running));
        var names = relations.Start(() => NameUses.Link(running));
        var calls = relations.Start(() => CallLinker.Link(running, modules));
        var migrations = relations.Start(() => MigrationLinker.Link(running));
        var endpoints = relations.Start(() => EndpointLinker.Link(running, modules));
        var templates = relations.Start(() => TemplateLinker.Link(running));
        var scripts = relations.Start(() => EntryScripts.Link(running));
        var selections = relations.Start(() => KubernetesStackLinker.Selections(running));
        var expansions = relations.Start(() => EarlyExpansions.Link(running));
        var rules = relations.Start(() => TraefikRules.Link(running));
        var proxied = relations.Start(() => ProxiedPaths.Link(running));
        var programs = relations.Start(() => RunnerProgramLinker.Link(running));
        var schedulers = relations.Start(() => SchedulerLinker.Link(running));
        var queues = relations.Start(() => QueueLinker.Link(running, modules));
        var assets = relations.Start(() => LoadedAssets.Link(running, modules));
        var configurations = relations.Start(() => PlacedConfigurations.Link(running));
        var runtimes = relations.Start(() => RuntimeDemands.Link(running));
        var accounts = relations.Start(() => AccountCreations.Link(running));
        var system = relations.Start(() => SystemPackages.Link(running));
        var nginx = relations.Start(() => NginxUsers.Link(running));
        var tools = relations.Start(() => StartToolLinker.Link(running));
        var environments = relations.Start(() => EnvironmentStarts.Link(running));
        var buildTools = relations.Start(() => BuildToolLinker.Link(running));
        var documented = relations.Start(() => DocumentedNames.Link(running));
        var exports = relations.Start(() => EnvExports.Link(running));
        return running with
        {
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
}
