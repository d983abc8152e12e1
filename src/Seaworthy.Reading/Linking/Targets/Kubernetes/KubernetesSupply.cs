using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>The variables a container gets: the image's ENV, then <c>envFrom</c> in order, then <c>env</c> in order, where <c>$(NAME)</c> sees only what is above.</summary>
/// <remarks>Kubernetes documentation, "Define Environment Variables for a Container", "Define Dependent Environment Variables".</remarks>
internal sealed class KubernetesSupply(KeySetIndex keySets, string? space)
{
    public Workload Supply(KubernetesContainer container, Workload workload)
    {
        // The kubelet expands variables that the pod declares; it does not know those of the image.
        Dictionary<string, SuppliedVariable> declared = new(StringComparer.Ordinal);
        string? more = null;
        foreach (var from in container.EnvFrom)
        {
            more ??= Take(from, declared);
        }

        foreach (var variable in container.Variables)
        {
            declared[variable.Name.Value] = Variable(variable, declared, more);
        }

        Dictionary<string, SuppliedVariable> all = new(StringComparer.Ordinal);
        foreach (var variable in (workload.Image?.Environment ?? []).Concat(declared.Values))
        {
            all[variable.Name] = variable;
        }

        return workload with
        {
            Supplied = [.. all.Values],
            SuppliesMoreBecause = more,
        };
    }

    /// <summary>Why more may come from it; null when all of it is known.</summary>
    private string? Take(EnvFromSource from, Dictionary<string, SuppliedVariable> declared)
    {
        var sets = Find(from.Source).ToList();
        foreach (var (key, value, span) in sets.SelectMany(set => set.Keys))
        {
            var name = from.Prefix?.Value + key;
            declared[name] = new SuppliedVariable(name, value, span, Origin(from.Source));
        }

        return sets.Count == 0
            ? $"{from.Source.Holder} {from.Source.Name.Value} is not in the repository"
            : sets.Select(set => set.MoreBecause).FirstOrDefault(why => why is not null);
    }

    private SuppliedVariable Variable(ContainerVariable variable, Dictionary<string, SuppliedVariable> declared, string? more)
    {
        if (variable.From is { } reference)
        {
            return new SuppliedVariable(variable.Name.Value, Value(reference), variable.Span, Origin(reference));
        }

        var value =
            variable.IsOpen ? Resolved.Unknown(OpenText.Because, variable.Span)
            : variable.FieldPath is { } field ? Resolved.Unknown($"the cluster fills in {field.Value}", variable.Span)
            : variable.Value is { } template ? TemplateValues.Resolve(template, name => Reference(name, declared, more))
            : Resolved.Known("", variable.Span);
        return new SuppliedVariable(variable.Name.Value, value, variable.Span, SupplyOrigin.Kubernetes);
    }

    private static Resolved Reference(string name, Dictionary<string, SuppliedVariable> declared, string? more) =>
        declared.TryGetValue(name, out var known) ? known.Value
        : more is not null ? Resolved.Unknown(more)
        // What is not declared above stays as it is written.
        : Resolved.Known($"$({name})");

    private Resolved Value(KeyReference reference)
    {
        if (reference.Key is not { } key)
        {
            return Resolved.Unknown("it names no key", reference.Span);
        }

        var sets = Find(reference).ToList();
        var found = sets.SelectMany(set => set.Keys).Where(entry => entry.Key == key.Value).Select(entry => entry.Value).LastOrDefault();
        return found is null
            ? Resolved.Unknown($"{reference.Holder} {reference.Name.Value} with {key.Value} is not in the repository", reference.Span)
            : found with
            {
                Chain = [reference.Span, .. found.Chain],
            };
    }

    private IEnumerable<KeySet> Find(KeyReference reference) => keySets.For(space, reference);

    private static SupplyOrigin Origin(KeyReference reference) =>
        reference.Holder == KeyHolder.Secret ? SupplyOrigin.Secret : SupplyOrigin.ConfigMap;
}
