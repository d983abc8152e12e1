using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Every ConfigMap and Secret that objects and generators make.</summary>
internal static class KeySets
{
    public static IReadOnlyList<KeySet> Of(
        Deployment deployment,
        IEnumerable<KubernetesObject> objects,
        IEnumerable<KustomizeGenerator> generators
    ) => [.. objects.Select(OfObject).OfType<KeySet>(), .. generators.Select(generator => OfGenerator(deployment, generator))];

    private static KeySet? OfObject(KubernetesObject found) =>
        found switch
        {
            ConfigMap { Name: { } name } map => new KeySet(KeyHolder.ConfigMap, name.Value, map.Namespace?.Value, name.Span)
            {
                Keys =
                [
                    .. map.Data.Select(pair => new KeyEntry(pair.Key, Plain(pair), pair.KeySpan)),
                    .. map.BinaryKeys.Select(key => new KeyEntry(key.Value, Resolved.Unknown("it is binary", key.Span), key.Span)),
                ],
            },
            KubernetesSecret { Name: { } name } secret => new KeySet(KeyHolder.Secret, name.Value, secret.Namespace?.Value, name.Span)
            {
                Keys =
                [
                    .. secret.Data.Select(pair => new KeyEntry(
                        pair.Key,
                        secret.IsEncrypted ? Encrypted(pair) : Decoded(pair),
                        pair.KeySpan
                    )),
                    .. secret.StringData.Select(pair => new KeyEntry(
                        pair.Key,
                        secret.IsEncrypted ? Encrypted(pair) : Plain(pair),
                        pair.KeySpan
                    )),
                ],
                MoreBecause = secret.Data.Count + secret.StringData.Count == 0 ? "it is filled by something else" : null,
            },
            SecretSource { SecretName: { } name } source => new KeySet(KeyHolder.Secret, name.Value, source.Namespace?.Value, name.Span)
            {
                Keys =
                [
                    .. source.Keys.Select(key => new KeyEntry(
                        key.Value,
                        Resolved.Unknown($"{source.Kind.Value} {name.Value} makes it", key.Span),
                        key.Span
                    )),
                ],
                MoreBecause = source.HasMoreKeys ? $"{source.Kind.Value} {name.Value} may add more" : null,
            },
            _ => null,
        };

    private static KeySet OfGenerator(Deployment deployment, KustomizeGenerator generator)
    {
        List<KeyEntry> keys =
        [
            .. generator.Literals.Select(pair => new KeyEntry(pair.Key, Plain(pair), pair.KeySpan)),
            .. generator.Files.Select(pair => new KeyEntry(pair.Key, Resolved.Unknown("it is a file", pair.KeySpan), pair.KeySpan)),
        ];
        string? more = generator.Behavior?.Value is "merge" ? "it is merged with another" : null;
        foreach (var file in generator.EnvFiles)
        {
            var path = RepositoryPath.Join(generator.Span.File.Directory, file.Value);
            if (path is not null && deployment.At<EnvFile>(path) is { } found)
            {
                keys.AddRange(
                    found.Entries.Select(entry => new KeyEntry(
                        entry.Name.Value,
                        entry.Value?.Literal is { } text
                            ? Resolved.Known(text, entry.Span)
                            : Resolved.Unknown("it is computed", entry.Span),
                        entry.Span
                    ))
                );
            }
            else
            {
                more ??= $"it is created from {file.Value}";
            }
        }

        return new KeySet(generator.Makes, generator.Name.Value, generator.Namespace?.Value, generator.Name.Span)
        {
            Keys = keys,
            MoreBecause = more,
        };
    }

    private static Resolved Plain(KubernetesPair pair) =>
        OpenText.Is(pair.Value?.Value) ? Resolved.Unknown(OpenText.Because, pair.Span) : Resolved.Known(pair.Value?.Value ?? "", pair.Span);

    private static Resolved Encrypted(KubernetesPair pair) => Resolved.Unknown("it is encrypted", pair.Span);

    private static Resolved Decoded(KubernetesPair pair) =>
        pair.Decoded is { } text ? Resolved.Known(text, pair.Span) : Resolved.Unknown("it is not valid base64", pair.Span);
}
