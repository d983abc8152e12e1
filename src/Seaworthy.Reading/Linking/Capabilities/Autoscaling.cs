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

        foreach (var stack in parts.Deployment.KubernetesStacks.Where(IsJudged))
        {
            var own = Deployments(stack, parts).ToList();
            var growing = stack
                .Objects.Where(item =>
                    item is Autoscaler
                    || item.Kind.Value is "ScaledObject" or "Service"
                        && item.ApiVersion.Value.StartsWith("serving.knative", StringComparison.Ordinal)
                )
                .ToList();
            if (own.Count >= Several)
            {
                yield return new Capability(
                    CapabilityKind.Autoscaling,
                    growing.Count > 0 ? CapabilityLevel.Present : CapabilityLevel.Absent,
                    stack.Name,
                    own[0].Span
                )
                {
                    Evidence = [.. growing.Select(item => new Fact<string>(item.ToString(), item.Name?.Span ?? item.Span))],
                    Wanting = own,
                };
            }
        }
    }

    private static bool IsJudged(KubernetesStack stack) =>
        stack is { PartialBecause: null, Environment: not (TargetEnvironment.Development or TargetEnvironment.Test) }
        && !stack.Files.All(DeployedParts.IsAside);

    private static IEnumerable<Fact<string>> Deployments(KubernetesStack stack, DeployedParts parts) =>
        stack
            .Of<KubernetesWorkload>()
            .Where(workload =>
                workload.Kind.Value == "Deployment"
                && parts.Own.Any(own => own.Span.File == workload.Span.File && own.Kind == TargetKind.Kubernetes)
            )
            .Select(workload => workload.Name)
            .OfType<Fact<string>>();
}
