using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Manifests that are applied together put one workload in two namespaces.</summary>
internal sealed class WorkloadInTwoNamespaces : Rule<KubernetesStack>
{
    // Namespaces of different environments are intended.
    private static readonly string[] Environments = ["prod", "stag", "dev", "test", "qa", "uat", "preview", "canary", "blue", "green"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/workload-in-two-namespaces",
            Title = "Workload in two namespaces",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Rationale = "Two copies run, or one manifest is outdated; neither copy sees the Secrets and Services of the other.",
            Holds = "Every workload has one namespace.",
        };

    public override IEnumerable<KubernetesStack> Subjects(Deployment deployment) =>
        deployment.KubernetesStacks.Where(stack => stack.Of<KubernetesWorkload>().Any(workload => workload.Namespace is not null));

    protected override Subject Identify(KubernetesStack subject) => new(subject.Name, subject.Of<KubernetesWorkload>().First().Span);

    protected override IEnumerable<Verdict> Check(KubernetesStack subject, Deployment deployment)
    {
        foreach (
            var same in subject
                .Of<KubernetesWorkload>()
                .Where(workload => workload is { Name: not null, Namespace: not null })
                .GroupBy(workload => new { Kind = workload.Kind.Value, Name = workload.Name?.Value })
        )
        {
            var copies = same.DistinctBy(workload => workload.Namespace?.Value).ToList();
            if (copies.Count < 2 || copies.TrueForAll(copy => SaysEnvironment(copy.Namespace?.Value ?? "")))
            {
                continue;
            }

            var spaces = copies.Select(copy => copy.Namespace).OfType<Fact<string>>().ToList();
            yield return Warn(
                    spaces[^1].Span,
                    $"Manifests that are applied together put {copies[0]} in the namespaces {string.Join(" and ", spaces.Select(space => $"`{space.Value}`"))}."
                )
                .Related(spaces.SkipLast(1).Select(space => space.Span))
                .Remedy("Keep one manifest, or move each environment to its own directory or overlay.")
                .VerifyOneGone();
        }
    }

    private static bool SaysEnvironment(string space) =>
        Array.Exists(Environments, word => space.Contains(word, StringComparison.OrdinalIgnoreCase));
}
