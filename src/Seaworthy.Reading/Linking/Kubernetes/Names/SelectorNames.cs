using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>The pods that Services and disruption budgets select by their labels.</summary>
internal sealed class SelectorNames(Repository repository, KubernetesStack stack)
{
    private const string OfOutside = "no manifest creates such pods, but something outside the repository may";
    private const int FewestMet = 3;

    private static readonly string[] Runners = ["Deployment", "StatefulSet", "DaemonSet"];

    public IEnumerable<NameUse> Find() =>
        stack
            .Of<KubernetesService>()
            .Where(service => service.Selector.Count > 0)
            .Select(service => Use(service, service.Selector, service.SelectorSpan ?? service.Span))
            .Concat(
                stack
                    .Of<PodDisruptionBudget>()
                    .Where(budget => budget.Selector is { HasExpressions: false, MatchLabels.Count: > 0 })
                    .Select(budget => Use(budget, budget.Selector?.MatchLabels ?? [], budget.Selector?.Span ?? budget.Span))
            )
            .Concat(
                stack
                    .Of<NetworkPolicy>()
                    .Where(policy => policy.PodSelector is { HasExpressions: false, MatchLabels.Count: > 0 })
                    .Select(policy => Use(policy, policy.PodSelector?.MatchLabels ?? [], policy.PodSelector?.Span ?? policy.Span))
            )
            .Concat(stack.Of<NetworkPolicy>().SelectMany(Chosen));

    /// <summary>Each value of a list: where pods carry most of them, one that none carries was left behind by a rename.</summary>
    private IEnumerable<NameUse> Chosen(NetworkPolicy policy)
    {
        foreach (var choice in policy.PodSelector?.Choices ?? [])
        {
            var uses = choice.Values.Select(value => Use(policy, [new KubernetesPair(choice.Key, value, value.Span)], value.Span)).ToList();
            var met = uses.Count(use => use.Definition is not null);
            foreach (var use in uses)
            {
                yield return use is { Definition: null, UnknownBecause: OfOutside } && met >= FewestMet && met * 2 >= uses.Count
                    ? use with
                    {
                        UnknownBecause = null,
                    }
                    : use;
            }
        }
    }

    private NameUse Use(KubernetesObject user, IReadOnlyList<KubernetesPair> wanted, SourceSpan place)
    {
        var use = new NameUse(
            NameRole.KubernetesPodLabels,
            Text(wanted),
            PlaceOf(wanted, place),
            $"{user.Kind.Value} {user.Name?.Value}",
            null
        );
        if (Selected(stack.Index, user, wanted) is { } selected)
        {
            return use with { Definition = selected.Name?.Span ?? selected.Span };
        }

        var elsewhere = Elsewhere(user, wanted);
        if (elsewhere is null && Apart(user, wanted) is { Namespace: { } space } apart)
        {
            return use with { Related = space.Span, In = $"{apart.Kind.Value} {apart.Name?.Value}", ApartIn = space.Value };
        }

        var near = Near(user, wanted);
        return use with
        {
            Related = near is null ? null : LabelsOf(near),
            Candidates = near?.Pod is { } template ? [Text(template.Labels)] : [],
            In = near is null ? "" : $"{near.Kind.Value} {near.Name?.Value}",
            UnknownBecause = elsewhere ?? (near is null ? OfOutside : null),
        };
    }

    private string? Elsewhere(KubernetesObject user, IReadOnlyList<KubernetesPair> wanted) =>
        Runners.Select(stack.DoubtOf).FirstOrDefault(doubt => doubt is not null)
        ?? (
            Selected(repository.Index, user, wanted) is { } other ? $"{other.Span.File.Path} has such pods, and may be applied as well"
            : wanted.FirstOrDefault(IsOfOperator) is { } label ? $"pods with the label {label.Key} are created by an operator"
            : null
        );

    private static bool Matches(IReadOnlyList<KubernetesPair> wanted, KubernetesWorkload workload) =>
        wanted.All(pair => workload.Pod?.Labels.Any(label => label.Key == pair.Key && label.Value?.Value == pair.Value?.Value) == true);

    private static KubernetesWorkload? Selected(KubernetesIndex index, KubernetesObject user, IReadOnlyList<KubernetesPair> wanted) =>
        index.Carrying(wanted, user).FirstOrDefault(pod => KubernetesStack.MayMeet(user, pod) && Matches(wanted, pod));

    /// <summary>Such pods are applied together with their user, and in another namespace.</summary>
    private KubernetesWorkload? Apart(KubernetesObject user, IReadOnlyList<KubernetesPair> wanted) =>
        user.Namespace is null
            ? null
            : stack.Index.Carrying(wanted, user with { Namespace = null }).FirstOrDefault(pod => Matches(wanted, pod));

    /// <summary>A workload that is called like the Service, or like the value it selects.</summary>
    private KubernetesWorkload? Near(KubernetesObject user, IReadOnlyList<KubernetesPair> wanted) =>
        stack.Index.First(
            wanted
                .SelectMany(pair => new[] { pair.Value?.Value, $"{pair.Value?.Value}-deployment" })
                .Append(user.Name?.Value)
                .OfType<string>()
                .SelectMany(stack.Index.Named<KubernetesWorkload>)
                .Where(workload => workload is { Pod: not null, IsOneShot: false } && KubernetesStack.MayMeet(user, workload))
        );

    private static bool IsOfOperator(KubernetesPair label) =>
        label.Key.Contains('/', StringComparison.Ordinal) && !label.Key.StartsWith("app.kubernetes.io/", StringComparison.Ordinal)
        || label.Key is "statefulset.kubernetes.io/pod-name";

    private static SourceSpan PlaceOf(IReadOnlyList<KubernetesPair> wanted, SourceSpan place) => wanted.Count == 1 ? wanted[0].Span : place;

    private static SourceSpan LabelsOf(KubernetesWorkload workload) =>
        workload.Pod?.Labels is [var first, ..] ? first.Span : workload.Name?.Span ?? workload.Span;

    private static string Text(IEnumerable<KubernetesPair> labels) =>
        string.Join(", ", labels.Select(label => $"{label.Key}={label.Value?.Value}"));
}
