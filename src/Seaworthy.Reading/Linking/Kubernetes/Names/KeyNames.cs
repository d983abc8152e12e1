using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>ConfigMaps and Secrets, and their keys, that pods take variables and files from, and certificates of Ingresses.</summary>
internal sealed class KeyNames(Repository repository, KubernetesStack stack)
{
    private readonly IReadOnlyList<KeySet> own = KeySets.Of(repository.Deployment, stack.Objects, stack.Generators);

    public IEnumerable<NameUse> Find() =>
        stack
            .Of<KubernetesWorkload>()
            .Where(workload => workload.Pod is not null)
            .SelectMany(workload =>
                References(workload).Where(reference => !reference.IsOptional).Select(reference => Use(workload, reference))
            )
            .Concat(stack.Of<Ingress>().SelectMany(Certificates));

    private static IEnumerable<KeyReference> References(KubernetesWorkload workload)
    {
        var pod = workload.Pod;
        foreach (var container in (pod?.InitContainers ?? []).Concat(pod?.Containers ?? []))
        {
            foreach (var from in container.EnvFrom)
            {
                yield return from.Source;
            }

            foreach (var variable in container.Variables)
            {
                if (variable.From is { } reference)
                {
                    yield return reference;
                }
            }
        }

        foreach (var keys in (pod?.Volumes ?? []).SelectMany(volume => volume.Keys))
        {
            yield return keys.Source;
            foreach (var item in keys.Items)
            {
                yield return keys.Source with
                {
                    Key = item.Key,
                };
            }
        }
    }

    private NameUse Use(KubernetesObject user, KeyReference reference)
    {
        var beside = Sets(own, user, reference).ToList();
        var anywhere = Sets(repository.KeySets, user, reference).ToList();
        if (beside.Count + anywhere.Count == 0)
        {
            return Absent(user, reference);
        }

        if (reference.Key is not { } key)
        {
            return Whole(user, reference) with { Definition = (beside.Count > 0 ? beside : anywhere)[0].Span };
        }

        var defining = beside.Concat(anywhere).FirstOrDefault(set => set.Keys.Any(entry => entry.Key == key.Value));
        var first = beside.Concat(anywhere).First();
        var doubt = beside.Concat(anywhere).Select(set => set.MoreBecause).FirstOrDefault(why => why is not null);
        return new NameUse(
            reference.Holder == KeyHolder.Secret ? NameRole.KubernetesSecretKey : NameRole.KubernetesConfigMapKey,
            key.Value,
            key.Span,
            user.Name?.Value ?? "",
            defining?.Keys.First(entry => entry.Key == key.Value).Span
        )
        {
            In = $"{reference.Holder} {reference.Name.Value}",
            Candidates = [.. first.Keys.Select(entry => entry.Key).Distinct(StringComparer.Ordinal)],
            Related = first.Span,
            UnknownBecause = doubt ?? stack.PartialBecause ?? repository.MadeBy(reference.Name.Value),
            Doubt = IsSample(first.Span.File) ? "the real one is made from a copy" : null,
        };
    }

    private NameUse Absent(KubernetesObject user, KeyReference reference)
    {
        var foreign = repository.KeySets.FirstOrDefault(set => set.Holder == reference.Holder && set.Name == reference.Name.Value);
        var made = stack.PartialBecause ?? repository.MadeBy(reference.Name.Value);
        return Whole(user, reference) with
        {
            Related = foreign?.Span,
            In = user.Namespace is { } space ? $"namespace {space.Value}" : "",
            UnknownBecause =
                made
                ?? (
                    foreign is null && reference.Holder == KeyHolder.Secret
                        ? $"no file makes the Secret {reference.Name.Value}; many are made by hand"
                        : null
                ),
            Doubt = "it may be made by hand",
        };
    }

    private static NameUse Whole(KubernetesObject user, KeyReference reference) =>
        new(
            reference.Holder == KeyHolder.Secret ? NameRole.KubernetesSecret : NameRole.KubernetesConfigMap,
            reference.Name.Value,
            reference.Name.Span,
            user.Name?.Value ?? "",
            null
        );

    private IEnumerable<NameUse> Certificates(Ingress ingress)
    {
        // cert-manager makes the Secrets of every Ingress that carries one of its annotations.
        var maker = ingress.Annotations.FirstOrDefault(pair =>
            pair.Key.StartsWith("cert-manager.io/", StringComparison.Ordinal) || pair.Key is "kubernetes.io/tls-acme"
        );
        foreach (var name in ingress.Tls.Select(tls => tls.SecretName).OfType<Fact<string>>())
        {
            KeyReference reference = new(KeyHolder.Secret, name, null, false, name.Span);
            var use = Use(ingress, reference) with { Subject = $"Ingress {ingress.Name?.Value}" };
            yield return use.Definition is null && maker is not null ? use with { Definition = maker.KeySpan } : use;
        }
    }

    private static IEnumerable<KeySet> Sets(IReadOnlyList<KeySet> sets, KubernetesObject user, KeyReference reference) =>
        sets.Where(set =>
            set.Holder == reference.Holder
            && set.Name == reference.Name.Value
            && (set.Namespace is null || user.Namespace is null || set.Namespace == user.Namespace.Value)
        );

    private static bool IsSample(SourceFile file) =>
        file.Path.Contains("example", StringComparison.OrdinalIgnoreCase)
        || file.Path.Contains("template", StringComparison.OrdinalIgnoreCase)
        || file.Path.Contains("sample", StringComparison.OrdinalIgnoreCase);
}
