using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>Files of one directory that differ in the word for an environment alone: Helm values, env files, Spring profiles.</summary>
internal static class EnvironmentSiblings
{
    private const int Fewest = 2;

    // By how they are written, with the one word that stands for all.
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dev"] = "dev",
        ["development"] = "dev",
        ["test"] = "test",
        ["tst"] = "test",
        ["testing"] = "test",
        ["qa"] = "qa",
        ["uat"] = "uat",
        ["stage"] = "staging",
        ["staging"] = "staging",
        ["stg"] = "staging",
        ["preprod"] = "preprod",
        ["prod"] = "prod",
        ["production"] = "prod",
        ["prd"] = "prod",
    };

    public static IReadOnlyList<EnvironmentFiles> Link(Deployment deployment) =>
        [
            .. deployment
                .Artifacts.Where(artifact => artifact is HelmValues or EnvFile or ApplicationProperties)
                .Select(artifact => new { Artifact = artifact, Name = Parts(artifact.File.Name) })
                .Where(one => one.Name.Count(Words.ContainsKey) == 1)
                .GroupBy(one =>
                    $"{one.Artifact.File.Directory}/{string.Join('.', one.Name.Select(part => Words.ContainsKey(part) ? "*" : part))}"
                )
                .Where(same => same.Count() >= Fewest)
                .SelectMany(same =>
                {
                    var files = same.Select(one => new
                        {
                            one.Artifact.File,
                            Own = Words[one.Name.First(Words.ContainsKey)],
                            one.Artifact,
                        })
                        .DistinctBy(one => one.Own)
                        .Select(one => new
                        {
                            one.File,
                            one.Own,
                            Values = Values(one.Artifact, one.Own),
                        })
                        .ToList();
                    return files.Count < Fewest
                        ? []
                        : files.Select(file => new EnvironmentFiles(
                            file.File,
                            file.Own,
                            file.Values,
                            [.. files.Where(other => other.Own != file.Own).Select(other => other.Values)]
                        ));
                }),
        ];

    private static IReadOnlyDictionary<string, EnvironmentValue> Values(Artifact artifact, string own) =>
        Facts(artifact)
            .Select(fact => Value(fact, own))
            .DistinctBy(value => value.Key)
            .ToDictionary(value => value.Key, StringComparer.Ordinal);

    private static IEnumerable<EnvironmentValue> Facts(Artifact artifact) =>
        artifact switch
        {
            HelmValues values => values
                .Values.Where(value => value.Value is not null)
                .Select(value => new EnvironmentValue(value.Path, value.Value?.Value ?? "", value.Value?.Span ?? value.KeySpan, "")),
            EnvFile file => file
                .Entries.Where(entry => entry.Value?.Literal is not null)
                .Select(entry => new EnvironmentValue(entry.Name.Value, entry.Value?.Literal ?? "", entry.Span, "")),
            ApplicationProperties properties => properties.All.Select(property => new EnvironmentValue(
                property.Key,
                property.Value.Raw,
                property.Span,
                ""
            )),
            _ => [],
        };

    private static EnvironmentValue Value(EnvironmentValue read, string own)
    {
        var parts = Parts(read.Text);
        var words = parts.Where(Words.ContainsKey).ToList();
        return read with
        {
            Own = own,
            // The word alone is a mode: NODE_ENV=production is right for staging too.
            Named = words.Count == 1 && parts.Count > 1 ? Words[words[0]] : null,
            Shape = words.Count == 1 ? string.Join(' ', parts.Select(part => Words.ContainsKey(part) ? "*" : part)) : read.Text,
        };
    }

    private static List<string> Parts(string text)
    {
        List<string> parts = [];
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || !char.IsLetterOrDigit(text[at]))
            {
                if (at > start)
                {
                    parts.Add(text[start..at]);
                }

                start = at + 1;
            }
        }

        return parts;
    }
}
