using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Containers without resource requests or a memory limit.</summary>
internal sealed class ContainerWithoutLimits : Rule<KubernetesStack>
{
    private const int NamesShown = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/container-without-limits",
            IsPractice = true,
            Title = "Missing container requests or limits",
            Area = Area.Scaling,
            Severity = Severity.Low,
            Rationale = "Without requests the scheduler overfills a node, and without a memory limit one leak takes the whole node down.",
            Holds = "Every container has requests and a memory limit.",
        };

    // A LimitRange sets defaults for every container of its namespace.
    public override IEnumerable<KubernetesStack> Subjects(Deployment deployment) =>
        deployment.KubernetesStacks.Where(stack =>
            stack.PartialBecause is null && DeployedPod.In(stack).Any() && !stack.Objects.Any(found => found.Kind.Value == "LimitRange")
        );

    protected override Subject Identify(KubernetesStack subject) =>
        new(subject.Name, DeployedPod.In(subject).Select(pod => pod.Subject.Place).First());

    protected override IEnumerable<Verdict> Check(KubernetesStack subject, Deployment deployment)
    {
        var containers = DeployedPod
            .In(subject)
            .Where(pod => !pod.Workload.IsOneShot)
            .SelectMany(pod => pod.Template.Containers, (pod, container) => new { pod, container })
            .ToList();
        var lacking = containers.Where(pair => !IsBounded(pair.container) && !IsPause(pair.container)).ToList();
        if (lacking.Count == 0)
        {
            yield break;
        }

        var names = string.Join(", ", lacking.Select(pair => pair.pod.Name).Distinct(StringComparer.Ordinal).Take(NamesShown));
        yield return Warn(
                lacking[0].container.Name.Span,
                $"{lacking.Count} of {containers.Count} long-running containers in {subject.Name} {(lacking.Count == 1 ? "has" : "have")} no requests or no memory limit: {names}{(lacking.Count > NamesShown ? "…" : "")}."
            )
            .Related(lacking.Skip(1).Select(pair => pair.container.Name.Span))
            .Remedy(
                $"Add `resources` with `requests` for cpu and memory and `limits.memory` to each{Where(lacking[0].container, deployment)}."
            )
            .Verify(
                $"git grep -n memory: -- {lacking[0].container.Name.Span.File.Path}   # must find it beside {lacking[0].container.Name.Value}"
            );
    }

    /// <summary>A manifest that a command renders from a chart is changed in the chart.</summary>
    private static string Where(KubernetesContainer container, Deployment deployment) =>
        container.Name.Span.File is var file && PrintedChart.WriterOf(file, deployment) is { } printer
            ? $", in the chart or values that {printer} renders: it overwrites {file.Path}"
            : "";

    /// <summary>A pause container only reserves a place.</summary>
    private static bool IsPause(KubernetesContainer container) =>
        container.Image?.Value is { } image && ImageReference.Parse(image)?.Repository.Split('/')[^1] is "pause" or "pause-amd64";

    private static bool IsBounded(KubernetesContainer container) =>
        container.Limits.Any(limit => limit.Key == "memory") && (container.Requests.Count > 0 || container.Limits.Count > 1);
}
