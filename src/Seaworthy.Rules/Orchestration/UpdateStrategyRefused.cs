using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Deployment or StatefulSet has an update strategy that the API server does not take.</summary>
/// <remarks>Source: Kubernetes, pkg/apis/apps/validation/validation.go, ValidateDeploymentStrategy and ValidateStatefulSetSpec.</remarks>
internal sealed class UpdateStrategyRefused : Rule<DeployedPod>
{
    private static readonly string[] Zero = ["0", "0%"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/update-strategy-refused",
            Title = "Invalid update strategy",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale = "The API server rejects the object, so `kubectl apply` and `helm upgrade` fail and the old version keeps running.",
            Holds = "The API server accepts the update strategy.",
        };

    public override IEnumerable<DeployedPod> Subjects(Deployment deployment) =>
        deployment
            .KubernetesStacks.Concat(deployment.All<ChartRendering>().SelectMany(chart => chart.Optional))
            .SelectMany(DeployedPod.In)
            .Where(pod => pod.Workload.Kind.Value is "Deployment" or "StatefulSet" && IsStated(pod))
            .GroupBy(pod => pod.Workload.Name?.Span ?? pod.Workload.Span)
            .Select(same => same.FirstOrDefault(pod => Fault(pod) is not null) ?? same.First());

    protected override Subject Identify(DeployedPod subject) => subject.Subject;

    protected override IEnumerable<Verdict> Check(DeployedPod subject, Deployment deployment)
    {
        if (Fault(subject) is not { } fault)
        {
            yield break;
        }

        var message = $"{subject.Workload.Kind.Value} `{subject.Name}` in {subject.Stack.Name} {fault.What}, which the API server rejects.";
        yield return (subject.Stack.PartialBecause is null ? Fail(fault.Place, message) : LikelyFail(fault.Place, message))
            .Related(fault.Other)
            .Remedy(fault.Remedy)
            .VerifyOneGone();
    }

    private static bool IsStated(DeployedPod pod) =>
        (pod.Workload.Strategy is not null || pod.Workload.RollingUpdate is not null)
        && !OpenText.Is(pod.Workload.Strategy?.Value)
        && (pod.Stack.KindsOfOtherValues is not null || pod.Stack.PartialBecause is null);

    private static Refusal? Fault(DeployedPod pod)
    {
        var workload = pod.Workload;
        var isDeployment = workload.Kind.Value == "Deployment";
        var type = workload.Strategy;
        if (type is { } other && workload.RollingUpdate is { } block && other.Value == (isDeployment ? "Recreate" : "OnDelete"))
        {
            return new Refusal(
                block,
                other.Span,
                $"has strategy `{other.Value}` and a `rollingUpdate` block",
                $"Write `rollingUpdate` in {block} only for type RollingUpdate."
            );
        }

        return
            isDeployment
            && type?.Value is null or "RollingUpdate"
            && workload.MaxSurge is { } surge
            && workload.MaxUnavailable is { } unavailable
            && Zero.Contains(surge.Value)
            && Zero.Contains(unavailable.Value)
            ? new Refusal(
                unavailable.Span,
                surge.Span,
                "has both maxSurge and maxUnavailable 0",
                $"Set maxSurge in {surge.Span} or maxUnavailable in {unavailable.Span} to 1."
            )
            : null;
    }

    private sealed record Refusal(SourceSpan Place, SourceSpan Other, string What, string Remedy);
}
