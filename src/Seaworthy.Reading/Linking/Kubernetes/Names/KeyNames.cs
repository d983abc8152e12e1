using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>ConfigMaps and Secrets, and their keys, that pods take variables and files from, and certificates of Ingresses.</summary>
/// <param name="own">Those that are applied together with the pods.</param>
internal sealed class KeyNames(Repository repository, KubernetesStack stack, KeySetIndex own)
{
    /// <summary>In every namespace, by the cluster or its mesh: Kubernetes documentation, "Bound service account token volume"; Istio, "Plug in CA Certificates"; OpenShift, "Service CA certificates".</summary>
    private static readonly string[] MadeByCluster = ["kube-root-ca.crt", "istio-ca-root-cert", "openshift-service-ca.crt"];

    private readonly SpareKeySets spares = new(repository, stack, own.All);

    public IEnumerable<NameUse> Find() =>
        stack
            .Of<KubernetesWorkload>()
            .Where(workload => workload.Pod is not null)
            .SelectMany(workload =>
                KeyReferences
                    .Of(workload)
                    .Where(reference => !reference.IsOptional && !MadeByCluster.Contains(reference.Name.Value))
                    .Select(reference => Use(workload, reference))
                    .Concat(PullSecrets(workload))
            )
            .Concat(stack.Of<Ingress>().SelectMany(Certificates));

    private NameUse Use(KubernetesObject user, KeyReference reference)
    {
        var beside = own.For(user.Namespace?.Value, reference).ToList();
        var anywhere = repository.KeySets.For(user.Namespace?.Value, reference).ToList();
        if (beside.Count + anywhere.Count == 0)
        {
            return Absent(user, reference);
        }

        // A sample beside the file that is to be applied changes nothing.
        var meant = anywhere.Where(set => !IsSample(set.Span.File)).ToList();
        if (beside.Count == 0 && LeftOut(meant.Count > 0 ? meant : anywhere) is { } leftOut)
        {
            return Whole(user, reference) with
            {
                LeftOutDefinition = leftOut,
                IsLeftBlank = anywhere.TrueForAll(IsBlank),
                Doubt = "it may be applied by hand",
            };
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
            UnknownBecause =
                doubt ?? stack.DoubtOfKeys(reference.Holder.ToString(), reference.Name.Value) ?? repository.MadeBy(reference.Name.Value),
            Doubt = IsSample(first.Span.File) ? "the real one is created from a copy" : null,
        };
    }

    /// <summary>Every definition is in a file that the kustomization could include and does not, and that nothing else applies.</summary>
    private SourceSpan? LeftOut(IReadOnlyList<KeySet> anywhere) =>
        stack.PartialBecause is null && anywhere.All(set => LeftOutFiles.Has(repository.Deployment, set.Span.File, stack))
            ? anywhere[0].Span
            : null;

    private static bool IsBlank(KeySet set) =>
        set is { Keys.Count: > 0, MoreBecause: null } && set.Keys.All(entry => entry.Value.Text is { Length: 0 });

    private NameUse Absent(KubernetesObject user, KeyReference reference)
    {
        // A chart may create either, under one name, depending on its values; so may somebody who creates all of a Secret by hand.
        if (
            reference.Key is not null
            && stack is { PartialBecause: null, KindsOfOtherValues: null }
            && repository.MadeBy(reference.Name.Value) is null
            && OfOtherKind(user, reference) is { } other
        )
        {
            return Whole(user, reference) with { OtherKind = other };
        }

        var foreign = repository.KeySets.Named(reference).FirstOrDefault()?.Span;
        var apart = user.Namespace is { } within ? repository.CreatedApartFrom(within.Value, reference.Name.Value)?.Command.Span : null;
        foreign ??= apart;
        var made =
            stack.DoubtOf(reference.Holder.ToString(), reference.Name) ?? (apart is null ? repository.MadeBy(reference.Name.Value) : null);
        var spare = made is null && foreign is null ? spares.Meant(user, reference) : null;
        return Whole(user, reference) with
        {
            Meant = spare is null ? null : new Fact<string>(spare.Name, spare.Span),
            Related = foreign,
            In = user.Namespace is { } space ? $"namespace {space.Value}" : "",
            UnknownBecause =
                made
                ?? (
                    foreign is null && spare is null && reference.Holder == KeyHolder.Secret
                        ? $"no file creates the Secret, but many are created by hand"
                        : null
                ),
            Doubt = "it may be created by hand",
        };
    }

    /// <summary>A ConfigMap of this name where a Secret is read, or the other way round: it has the very key, or the same pod reads other keys of it.</summary>
    private SourceSpan? OfOtherKind(KubernetesObject user, KeyReference reference)
    {
        var other = reference with { Holder = reference.Holder == KeyHolder.Secret ? KeyHolder.ConfigMap : KeyHolder.Secret };
        return own.For(user.Namespace?.Value, other)
            .Concat(repository.KeySets.For(user.Namespace?.Value, other))
            .FirstOrDefault(set =>
                set.Keys.Any(entry => entry.Key == reference.Key?.Value)
                || (
                    user is KubernetesWorkload workload
                    && KeyReferences.Of(workload).Any(read => read.Holder == other.Holder && read.Name.Value == reference.Name.Value)
                )
            )
            ?.Span;
    }

    /// <summary>Most are made by hand, and nothing is said of them; but not of one that the repository makes under nearly the same name.</summary>
    private IEnumerable<NameUse> PullSecrets(KubernetesWorkload workload) =>
        from name in workload.Pod?.ImagePullSecrets ?? []
        let reference = new KeyReference(KeyHolder.Secret, name, null, false, name.Span)
        where !own.For(workload.Namespace?.Value, reference).Concat(repository.KeySets.For(workload.Namespace?.Value, reference)).Any()
        where stack.PartialBecause is null && repository.MadeBy(name.Value) is null
        let meant = repository.PullSecrets.FirstOrDefault(known => IsSameInOtherWords(known.Value, name.Value))
        where meant is not null
        select Whole(workload, reference) with
        {
            Meant = meant,
            Doubt = "it may be created by hand",
        };

    /// <summary>A slip of the pen, or the same words in another order: <c>acr-secret</c> for <c>secret-acr</c>.</summary>
    private static bool IsSameInOtherWords(string known, string written) =>
        known != written
        && (
            NearMiss.Of(written, [known]) is not null
            || known.Split('-').Order(StringComparer.Ordinal).SequenceEqual(written.Split('-').Order(StringComparer.Ordinal))
        );

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

    private static bool IsSample(SourceFile file) =>
        file.Path.Contains("example", StringComparison.OrdinalIgnoreCase)
        || file.Path.Contains("template", StringComparison.OrdinalIgnoreCase)
        || file.Path.Contains("sample", StringComparison.OrdinalIgnoreCase);
}
