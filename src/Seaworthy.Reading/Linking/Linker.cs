using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.Components;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Dependencies;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Migrations;
using Seaworthy.Reading.Linking.Names;
using Seaworthy.Reading.Linking.Paths;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking;

/// <summary>The staircase: facts of single files become one deployment. Each step sees what the steps before it linked, and adds one relation.</summary>
internal static class Linker
{
    public static Deployment Link(RepositoryTree tree, IReadOnlyList<Artifact> artifacts)
    {
        var deployment = new Deployment { Tree = tree, Artifacts = artifacts };
        deployment = deployment with { Commands = CommandSites.Link(deployment) };
        deployment = deployment with { ComposeCalls = ComposeCalls.Link(deployment) };
        deployment = deployment with { ComposeStacks = ComposeStackLinker.Link(deployment) };
        deployment = deployment with { KubernetesStacks = KubernetesStackLinker.Link(deployment) };
        deployment = deployment with { Components = ComponentLinker.Link(deployment) };
        deployment = deployment with { Images = ImageLinker.Link(deployment) };
        deployment = deployment with { ImageUses = ImageUses.Link(deployment) };
        deployment = deployment with { Targets = TargetLinker.Link(deployment) };
        deployment = deployment with { Startups = StartupLinker.Link(deployment) };
        deployment = deployment with { Services = ServiceLinker.Link(deployment) };
        deployment = deployment with { Pipelines = PipelineLinker.Link(deployment) };
        deployment = deployment with { Migrations = MigrationLinker.Link(deployment) };
        deployment = deployment with { PackageImports = PackageImportLinker.Link(deployment) };
        deployment = deployment with { Endpoints = EndpointLinker.Link(deployment) };
        deployment = deployment with { Calls = CallLinker.Link(deployment) };
        deployment = deployment with { Variables = VariableLinker.Link(deployment) };
        deployment = deployment with { ForeignPrefixes = ForeignPrefixes.Link(deployment) };
        deployment = deployment with { TwoNames = TwoNamesLinker.Link(deployment) };
        deployment = deployment with { SecretDefaults = SecretDefaults.Link(deployment) };
        deployment = deployment with { EnvTemplates = TemplateLinker.Link(deployment) };
        deployment = deployment with { Paths = PathUses.Link(deployment) };
        return deployment with { Names = NameUses.Link(deployment) };
    }
}
