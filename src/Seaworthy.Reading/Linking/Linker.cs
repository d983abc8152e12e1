using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Capabilities;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.Components;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Dependencies;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Images.Builds;
using Seaworthy.Reading.Linking.Images.Starts;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Migrations;
using Seaworthy.Reading.Linking.Names;
using Seaworthy.Reading.Linking.Outside;
using Seaworthy.Reading.Linking.Paths;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Spares;
using Seaworthy.Reading.Linking.Targets;
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
    /// <param name="ofRules">The relations that rules bring along, beside those of everybody.</param>
    public static Deployment Link(
        RepositoryTree tree,
        IReadOnlyList<Artifact> artifacts,
        ConcurrentBag<Diagnostic> diagnostics,
        OutsideFacts? outside = null,
        IEnumerable<Relation>? ofRules = null
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
        return used with
        {
            Spares = spares.Result,
            Scale = capable.Result.Scale,
            Capabilities = OutsideCapabilities.Show(capable.Result.Capabilities, used.Outside),
            Relations = new RelationSet(new AllRelations(modules).List.Concat(ofRules ?? []), relations),
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
    private static Deployment LinkImages(Relations relations, Deployment declared) =>
        declared with
        {
            Images = relations.Now(() => ImageLinker.Link(declared)),
        };

    /// <summary>What runs of that, and how it starts.</summary>
    private static Deployment LinkTargets(Relations relations, Deployment built, CodeModules modules)
    {
        var images = relations.Start(() => ImageUses.Link(built));
        var charts = relations.Start(() => ChartImages.Link(built));
        var running = built with { Targets = relations.Now(() => OutsideSupply.Give(TargetLinker.Link(built, modules), built.Outside)) };
        var services = relations.Start(() => ServiceLinker.Link(running));
        var lone = relations.Start(() => LoneContainers.Link(running, modules));
        var started = running with { Startups = relations.Now(() => StartupLinker.Link(running)) };
        return started with
        {
            Services = services.Result,
            LoneContainers = lone.Result,
            ImageUses = images.Result,
            ChartImages = charts.Result,
        };
    }

    /// <summary>What scripts, steps and checks say by themselves.</summary>
    private static Deployment LinkCommands(Relations relations, Deployment running)
    {
        var settings = relations.Start(() => BuildImportLinker.Link(running));
        return running with { BuildScripts = relations.Now(() => BuildScripts.Link(running)), BuildImports = settings.Result };
    }

    /// <summary>What everything needs of everything else.</summary>
    private static Deployment LinkUses(Relations relations, Deployment running, CodeModules modules)
    {
        // The longest first: the others fill the cores beside them.
        var imports = relations.Start(() => StartImportLinker.Link(running));
        var variables = relations.Start(() => VariableLinker.Link(running, modules));
        var paths = relations.Start(() => PathUses.Link(running));
        var names = relations.Start(() => NameUses.Link(running));
        var migrations = relations.Start(() => MigrationLinker.Link(running));
        var endpoints = relations.Start(() => EndpointLinker.Link(running, modules));
        var scripts = relations.Start(() => EntryScripts.Link(running));
        var tools = relations.Start(() => StartToolLinker.Link(running));
        var buildTools = relations.Start(() => BuildToolLinker.Link(running));
        return running with
        {
            Paths = paths.Result,
            Names = OutsideNames.Define(names.Result, running.Outside),
            Variables = variables.Result,
            Migrations = migrations.Result,
            Endpoints = endpoints.Result,
            ScriptStarts = scripts.Result,
            StartTools = tools.Result,
            StartImports = imports.Result,
            BuildTools = buildTools.Result,
        };
    }
}
