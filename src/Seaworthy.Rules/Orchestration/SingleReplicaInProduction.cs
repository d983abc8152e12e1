using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Deployment behind a Service has one replica in production.</summary>
internal sealed class SingleReplicaInProduction : Rule<DeployedPod>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/single-replica-in-production",
            Title = "Single replica in production",
            Area = Area.Scaling,
            Severity = Severity.Low,
            Rationale = "The service is down whenever its node is drained or its pod restarts.",
            Holds = "Several replicas run, or an autoscaler manages them.",
        };

    // A Deployment with data on a claim cannot simply run twice.
    public override IEnumerable<DeployedPod> Subjects(Deployment deployment) =>
        DeployedPod
            .In(deployment)
            .Where(pod =>
                pod is { Stack: { Environment: TargetEnvironment.Production, PartialBecause: null }, Workload.Kind.Value: "Deployment" }
                && pod.Template.Volumes.All(volume => volume.ClaimName is null && volume.HostPath is null)
                && pod.Stack.Of<KubernetesService>().Any(service => Selects(service, pod))
                && !pod.Stack.Of<Autoscaler>().Any(autoscaler => autoscaler.Target?.Name.Value == pod.Workload.Name?.Value)
            );

    protected override Subject Identify(DeployedPod subject) => subject.Subject;

    protected override IEnumerable<Verdict> Check(DeployedPod subject, Deployment deployment)
    {
        if ((subject.Workload.Replicas?.Value ?? 1) != 1)
        {
            yield break;
        }

        var place = subject.Workload.Replicas?.Span ?? subject.Subject.Place;
        if (SingleNode(deployment) is { } described)
        {
            yield return Unknown(
                place,
                $"Unknown whether {subject.Name} in {subject.Stack.Name} needs a second replica: {described} describes a single-node cluster."
            );
        }
        else
        {
            yield return Warn(place, $"{subject.Name} has one replica in {subject.Stack.Name}, a production target, and no autoscaler.")
                .Remedy("Write `replicas: 2` or more, and add a PodDisruptionBudget.")
                .Verify(
                    subject.Workload.Replicas is { } once
                        ? TreeCheck.Gone(once.Span)
                        : $"git grep -nE 'replicas: *[2-9]' -- {place.File.Path}   # must find it"
                );
        }
    }

    private static SourceSpan? SingleNode(Deployment deployment) =>
        deployment.Of<Document>().Select(document => document.SingleNode).FirstOrDefault(place => place is not null);

    private static bool Selects(KubernetesService service, DeployedPod pod) =>
        service.Selector.Count > 0
        && KubernetesStack.MayMeet(service, pod.Workload)
        && service.Selector.All(wanted =>
            pod.Template.Labels.Any(label => label.Key == wanted.Key && label.Value?.Value == wanted.Value?.Value)
        );
}
