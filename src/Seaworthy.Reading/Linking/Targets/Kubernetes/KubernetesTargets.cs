using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>Kubernetes objects that are applied together to targets: one for each namespace, for names of Services are known in their own only.</summary>
internal static class KubernetesTargets
{
    public static IEnumerable<Target> Link(Deployment deployment, ListeningLinker listening, JvmBuiltImages built)
    {
        if (deployment.KubernetesStacks.Count == 0)
        {
            return [];
        }

        var images = ImageNames.Of(deployment);
        return deployment.KubernetesStacks.SelectMany(stack => Targets(deployment, stack, images, built, listening));
    }

    private static IEnumerable<Target> Targets(
        Deployment deployment,
        KubernetesStack stack,
        ImageNames images,
        JvmBuiltImages built,
        ListeningLinker listening
    )
    {
        KeySetIndex keySets = new(KeySets.Of(deployment, stack.Objects, stack.Generators));
        KubernetesWorkloads workloads = new(stack, keySets, images, built, listening);
        var owners = stack.Of<KubernetesWorkload>();
        var bySpace = owners.ToLookup(owner => owner.Namespace?.Value ?? "", StringComparer.Ordinal);
        var spaces = owners.Select(owner => owner.Namespace?.Value).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        ServicesWithoutPods names = new(stack);
        if (spaces.Count <= 1)
        {
            return Target(stack, stack.Name, null, owners, workloads, names);
        }

        // What names no namespace goes where the command says.
        return spaces
            .Append("")
            .SelectMany(space =>
                Target(stack, space.Length == 0 ? stack.Name : $"{stack.Name} ({space})", space, [.. bySpace[space]], workloads, names)
            );
    }

    /// <param name="space">Null takes every object; empty those without a namespace.</param>
    private static IEnumerable<Target> Target(
        KubernetesStack stack,
        string name,
        string? space,
        IReadOnlyList<KubernetesWorkload> owners,
        KubernetesWorkloads workloads,
        ServicesWithoutPods names
    )
    {
        var environment =
            stack.Environment == TargetEnvironment.Unstated && space is { Length: > 0 } ? EnvironmentName.Of(space) : stack.Environment;
        var found = owners.SelectMany(owner => workloads.Of(owner, name, environment)).ToList();
        if (found.Count > 0)
        {
            yield return new Target
            {
                Name = name,
                Kind = TargetKind.Kubernetes,
                Environment = environment,
                Files = stack.Files,
                Workloads = found,
                ExternalHosts = names.Beside(owners),
                PartialBecause = stack.PartialBecause,
                HasAllServices = stack.DoubtOf("Service") is null,
            };
        }
    }
}
