using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The parts of files in which values are secrets for their place: what stands behind a name that promises one, as the reader of the file tells its beginning and end, the data of Kubernetes' Secrets, whatever their keys are called, and lines of a dotenv file that are no assignments.</summary>
/// <param name="deployment">Whose files are quoted.</param>
/// <param name="given">What they give to names that promise a secret.</param>
internal sealed class SecretAreas(Deployment deployment, IReadOnlyList<GivenValue> given)
{
    private readonly Lazy<ILookup<string, SecretArea>> manifests = new(() =>
        deployment
            .Of<KubernetesManifest>()
            .SelectMany(manifest => manifest.Objects)
            .SelectMany(Pairs)
            .Where(pairs => pairs.Count > 0)
            .ToLookup(pairs => pairs[0].KeySpan.File.Path, Data, StringComparer.Ordinal)
    );

    private readonly Lazy<Dictionary<string, SecretArea>> named = new(() =>
        given
            .Select(one => one.Hidden)
            .OfType<SourceSpan>()
            .GroupBy(span => span.File.Path, StringComparer.Ordinal)
            .ToDictionary(spans => spans.Key, spans => new SecretSpans(spans).Area, StringComparer.Ordinal)
    );

    // Asked for each line that is quoted.
    private readonly ConcurrentDictionary<string, IReadOnlyList<SecretArea>> known = new(StringComparer.Ordinal);

    public IReadOnlyList<SecretArea> Of(SourceFile file) => known.GetOrAdd(file.Path, _ => Found(file));

    private List<SecretArea> Found(SourceFile file) =>
        [
            .. named.Value.TryGetValue(file.Path, out var area) ? [area] : Array.Empty<SecretArea>(),
            .. manifests.Value[file.Path],
            .. deployment.At<EnvFile>(file.Path) is null ? [] : new[] { SecretArea.OfLines(0, file.Text.Length, RandomWords) },
            .. FileKinds.IsYaml(file.Name)
                ? SecretObjects.In(file).Append(Broken(file)).Append(new SecretSpans(KustomizeLiterals.In(file)).Area)
                : [],
        ];

    private static SecretArea Broken(SourceFile file)
    {
        var anchors = BrokenValues.Anchors(file.Text);
        return SecretArea.OfLines(0, file.Text.Length, line => BrokenValues.In(line, anchors));
    }

    private static IEnumerable<IReadOnlyList<KubernetesPair>> Pairs(KubernetesObject one) =>
        one switch
        {
            KubernetesSecret { IsEncrypted: false } secret => [secret.Data, secret.StringData],
            SecretSource source => [source.Plain],
            _ => [],
        };

    /// <summary>From the first key on, as long as lines are not less indented: a key that stands twice is in no list of pairs.</summary>
    private static SecretArea Data(IReadOnlyList<KubernetesPair> pairs)
    {
        var file = pairs[0].KeySpan.File;
        var first = pairs.Min(pair => pair.KeySpan.Start);
        var line = file.Lines.LineAt(pairs.Max(pair => pair.Span.End));
        var column = file.Lines.ColumnAt(first);
        while (
            line < file.Lines.Count
            && file.Lines.TextOf(line + 1) is var next
            && (next.Trim().Length == 0 || Indentation(next) >= column - 1)
        )
        {
            line++;
        }

        return SecretArea.OfLines(
            file.Lines.StartOf(file.Lines.LineAt(first)),
            file.Lines.StartOf(line) + file.Lines.TextOf(line).Length,
            SecretObjects.Values
        );
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;

    private static IEnumerable<Range> RandomWords(string line)
    {
        if (line.Contains('=', StringComparison.Ordinal))
        {
            yield break;
        }

        for (var start = 0; start < line.Length; )
        {
            var end = line.IndexOf(' ', start) is var blank and >= 0 ? blank : line.Length;
            if (RandomLooks.IsStrong(line.AsSpan(start, end - start)))
            {
                yield return start..end;
            }

            start = end + 1;
        }
    }
}
