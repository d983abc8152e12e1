using System.Collections.Concurrent;
using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Model.Topology;

/// <summary>Objects by kind, by name and by the labels that lead from one to another: no object looks through all the others.</summary>
public sealed class KubernetesIndex
{
    private readonly IReadOnlyList<KubernetesObject> objects;
    private readonly ConcurrentDictionary<Type, object> byKind = new();
    private readonly Lazy<ILookup<string?, KubernetesObject>> byName;
    private readonly Lazy<Dictionary<object, int>> order;
    private readonly Lazy<ILookup<LabelKey, KubernetesWorkload>> byLabel;
    private readonly Lazy<ILookup<LabelKey, KubernetesService>> bySelector;

    public KubernetesIndex(IReadOnlyList<KubernetesObject> objects)
    {
        this.objects = objects;
        byName = new(() => objects.ToLookup(found => found.Name?.Value, StringComparer.Ordinal));
        order = new(() => Order(objects));
        byLabel = new(() =>
            Of<KubernetesWorkload>()
                .SelectMany(
                    workload => (workload.Pod?.Labels ?? []).Select(LabelKey.Of).Distinct().SelectMany(label => label.In(workload)),
                    (workload, label) => new { workload, label }
                )
                .ToLookup(pair => pair.label, pair => pair.workload)
        );
        bySelector = new(BySelector);
    }

    public IReadOnlyList<T> Of<T>()
        where T : KubernetesObject => (IReadOnlyList<T>)byKind.GetOrAdd(typeof(T), _ => objects.OfType<T>().ToList());

    /// <summary>Those of one kind that have a name, in order.</summary>
    public IEnumerable<T> Named<T>(string name)
        where T : KubernetesObject => byName.Value[name].OfType<T>();

    /// <summary>Objects that may meet another and whose pods may carry all these labels, in order: those that carry the rarest of them.</summary>
    public IEnumerable<KubernetesWorkload> Carrying(IReadOnlyList<KubernetesPair> labels, KubernetesObject user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var rarest = labels.Select(LabelKey.Of).MinBy(label => label.MeetableBy(user).Sum(key => byLabel.Value[key].Count()));
        return rarest is null ? [] : Met(byLabel.Value, rarest, user);
    }

    /// <summary>Services that may meet an object and select its pods, in order.</summary>
    public IEnumerable<KubernetesService> Selecting(KubernetesWorkload owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var labels = (owner.Pod?.Labels ?? []).Select(LabelKey.Of).Distinct().ToList();
        return labels is [var only]
            ? Met(bySelector.Value, only, owner)
            : labels.SelectMany(label => Met(bySelector.Value, label, owner)).OrderBy(service => order.Value.GetValueOrDefault(service));
    }

    private IEnumerable<T> Met<T>(ILookup<LabelKey, T> found, LabelKey label, KubernetesObject user)
        where T : KubernetesObject
    {
        var keys = label.MeetableBy(user).Where(found.Contains).ToList();
        // What one key leads to is in order already, unless an object is there twice.
        return keys is [var only] && order.Value.Count == objects.Count
            ? found[only]
            : keys.SelectMany(key => found[key]).OrderBy(one => order.Value.GetValueOrDefault(one));
    }

    /// <summary>The first in order.</summary>
    public T? First<T>(IEnumerable<T> found)
        where T : KubernetesObject => found.MinBy(one => order.Value.GetValueOrDefault(one));

    private static Dictionary<object, int> Order(IReadOnlyList<KubernetesObject> objects)
    {
        Dictionary<object, int> places = new(objects.Count, ReferenceEqualityComparer.Instance);
        for (var at = 0; at < objects.Count; at++)
        {
            places.TryAdd(objects[at], at);
        }

        return places;
    }

    /// <summary>Each Service stands under the label that the fewest ask for: many ask for that of the whole application.</summary>
    private ILookup<LabelKey, KubernetesService> BySelector()
    {
        var services = Of<KubernetesService>().Where(service => service.Selector.Count > 0).ToList();
        var counts = services
            .SelectMany(service => service.Selector)
            .GroupBy(LabelKey.Of)
            .ToDictionary(same => same.Key, same => same.Count());
        return services
            .SelectMany(
                service => (service.Selector.Select(LabelKey.Of).MinBy(label => counts[label]) ?? LabelKey.None).In(service),
                (service, label) => new { service, label }
            )
            .ToLookup(pair => pair.label, pair => pair.service);
    }

    /// <param name="Space">The namespace, as many have the same labels in each; empty for none, null for all.</param>
    private sealed record LabelKey(string Key, string? Value, string? Space = null)
    {
        public static LabelKey None { get; } = new("", null);

        public static LabelKey Of(KubernetesPair pair) => new(pair.Key, pair.Value?.Value);

        public IEnumerable<LabelKey> In(KubernetesObject one) => [this, this with { Space = one.Namespace?.Value ?? "" }];

        public IEnumerable<LabelKey> MeetableBy(KubernetesObject user) =>
            user.Namespace is { Value: { Length: > 0 } space } ? [this with { Space = space }, this with { Space = "" }] : [this];
    }
}
