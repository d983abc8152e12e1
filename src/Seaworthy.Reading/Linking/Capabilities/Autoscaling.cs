using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether the Deployments of a fleet grow with what there is to do.</summary>
internal static class Autoscaling
{
    private const int Several = 3;

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        if (parts.Scale.Kind != ScaleKind.Fleet)
        {
            yield break;
        }

        var files = parts.Own.Where(own => own.Kind == TargetKind.Kubernetes).Select(own => own.Span.File).ToHashSet();
        var largest = parts
            .Deployment.KubernetesStacks.Where(IsJudged)
            .Select(stack => new { Stack = stack, Own = Deployments(stack, files).ToList() })
            .OrderByDescending(pair => pair.Own.Count)
            .FirstOrDefault();
        if (largest is not { Own: { Count: >= Several } deployments })
        {
            yield break;
        }

        // Where they stand is a matter of taste: what scales may be applied from a directory of its own.
        var growing = parts
            .Deployment.KubernetesStacks.SelectMany(stack => stack.Objects)
            .Where(Grows)
            .Select(item => new Fact<string>(item.ToString(), item.Name?.Span ?? item.Span))
            .Take(Several)
            .ToList();
        yield return new Capability(
            CapabilityKind.Autoscaling,
            growing.Count > 0 ? CapabilityLevel.Present : CapabilityLevel.Absent,
            largest.Stack.Name,
            deployments[0].Span
        )
        {
            Evidence = growing,
            Wanting = deployments,
        };
    }

    private static bool Grows(KubernetesObject item) =>
        item is Autoscaler
        || item.Kind.Value == "ScaledObject"
        || (item.Kind.Value == "Service" && item.ApiVersion.Value.StartsWith("serving.knative", StringComparison.Ordinal));

    private static bool IsJudged(KubernetesStack stack) =>
        stack is { PartialBecause: null, Environment: not (TargetEnvironment.Development or TargetEnvironment.Test) }
        && !stack.Files.All(DeployedParts.IsAside);

    private static IEnumerable<Fact<string>> Deployments(KubernetesStack stack, HashSet<SourceFile> files) =>
        stack
            .Of<KubernetesWorkload>()
            .Where(workload => workload.Kind.Value == "Deployment" && files.Contains(workload.Span.File))
            .Select(workload => workload.Name)
            .OfType<Fact<string>>();
}
