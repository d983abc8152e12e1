using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Manifests that are applied together put one workload into two namespaces.</summary>
internal sealed class WorkloadInTwoNamespaces : Rule<KubernetesStack>
{
    // Namespaces that say an environment are meant to differ.
    private static readonly string[] Environments = ["prod", "stag", "dev", "test", "qa", "uat", "preview", "canary", "blue", "green"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/workload-in-two-namespaces",
            Title = "One workload in two namespaces",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Rationale =
                "Two copies run, or one of the manifests is out of date; what belongs to one (Secrets, Services) the other does not see.",
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
                    $"{copies[0]} is put into the namespaces {string.Join(" and ", spaces.Select(space => space.Value))} by manifests that lie together."
                )
                .Related(spaces.SkipLast(1).Select(space => space.Span))
                .Remedy("Keep one of the manifests, or give each environment a directory or overlay of its own.")
                .VerifyOneGone();
        }
    }

    private static bool SaysEnvironment(string space) =>
        Array.Exists(Environments, word => space.Contains(word, StringComparison.OrdinalIgnoreCase));
}
