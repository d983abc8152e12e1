using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Cli.Deploying;

/// <summary>The manifests that are meant: a directory of them, a kustomization, or a chart with one set of values.</summary>
/// <param name="Stack">What is applied together.</param>
/// <param name="Targets">What the audit judges of it: one for each namespace.</param>
internal sealed record ClusterTarget(KubernetesStack Stack, IReadOnlyList<Target> Targets)
{
    /// <summary>Null when the reason is in the complaints.</summary>
    /// <param name="deployment">What was read.</param>
    /// <param name="wanted">The name of a target; null for the one that is deployed.</param>
    /// <param name="complaints">Where the reason goes.</param>
    public static ClusterTarget? Find(Deployment deployment, string? wanted, TextWriter complaints)
    {
        var known = deployment.KubernetesStacks.Select(stack => new ClusterTarget(stack, Of(deployment, stack))).ToList();
        var fit = known
            .Where(target =>
                wanted is null
                    ? target.Targets.Count > 0 && target.Targets.All(each => IsDeployed(each.Environment))
                    : target.Stack.Name == wanted.TrimEnd('/') || target.Targets.Any(each => each.Name == wanted)
            )
            .ToList();
        var best =
            fit is [var only] ? only
            : wanted is not null ? fit.FirstOrDefault()
            : fit.Where(target => target.Targets.Any(each => each.Environment == TargetEnvironment.Production)).ToList() is [var production]
                ? production
            : null;
        if (best is null)
        {
            complaints.WriteLine(Complaint(known, fit, wanted));
        }

        return best;
    }

    private static IReadOnlyList<Target> Of(Deployment deployment, KubernetesStack stack)
    {
        var names = stack
            .Objects.Select(found => found.Namespace?.Value)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(space => $"{stack.Name} ({space})")
            .Append(stack.Name)
            .ToHashSet(StringComparer.Ordinal);
        return [.. deployment.Targets.Where(target => target.Kind == TargetKind.Kubernetes && names.Contains(target.Name))];
    }

    private static bool IsDeployed(TargetEnvironment environment) =>
        environment is not (TargetEnvironment.Development or TargetEnvironment.Test);

    private static string Complaint(List<ClusterTarget> known, List<ClusterTarget> fit, string? wanted) =>
        known.Count == 0 ? "seaworthy: there are no Kubernetes manifests to deploy."
        : wanted is not null ? $"seaworthy: there are no manifests '{wanted}'. There is {Names(known)}."
        : fit.Count == 0 ? $"seaworthy: all manifests are for development or tests; name some with --target: {Names(known)}."
        : $"seaworthy: there are several sets of manifests; name one with --target: {Names(fit)}.";

    private static string Names(List<ClusterTarget> targets) => string.Join(", ", targets.Select(target => $"'{target.Stack.Name}'"));
}
