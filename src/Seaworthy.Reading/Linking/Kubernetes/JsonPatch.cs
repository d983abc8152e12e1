using System.Buffers;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>What a JSON patch changes beyond the steps that are applied tells whether that matters to the names and addresses of a deployment.</summary>
/// <remarks>RFC 6902.</remarks>
internal static class JsonPatch
{
    private static readonly string[] Harmless =
    [
        "/spec/replicas",
        "/metadata/annotations",
        "/spec/template/metadata/annotations",
        "/spec/minReplicas",
        "/spec/maxReplicas",
        "/spec/rules/0/host",
        "/spec/tls",
        "/spec/type",
    ];

    private static readonly SearchValues<char> EndOfValue = SearchValues.Create("\"',\r\n}");

    public static bool IsOne(string text) =>
        text.AsSpan().TrimStart() is ['-', ..] or ['[', ..] && text.Contains("op", StringComparison.Ordinal);

    /// <summary>Null when every path that it changes is one that nothing else refers to.</summary>
    public static string? Doubt(string text, string where) => Paths(text).All(path => IsHarmless(path)) ? null : $"{where} was not applied";

    private static bool IsHarmless(string path) =>
        Array.Exists(Harmless, start => path.StartsWith(start, StringComparison.Ordinal))
        || path.Contains("/resources", StringComparison.Ordinal)
        || path.EndsWith("/image", StringComparison.Ordinal)
        || path.EndsWith("/imagePullPolicy", StringComparison.Ordinal);

    private static IEnumerable<string> Paths(string text)
    {
        const string Key = "path";
        for (
            var at = text.IndexOf(Key, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Key, at + Key.Length, StringComparison.Ordinal)
        )
        {
            var rest = text.AsSpan(at + Key.Length).TrimStart("\"' ");
            if (rest is [':', ..])
            {
                rest = rest[1..].TrimStart("\"' ");
                var end = rest.IndexOfAny(EndOfValue);
                yield return (end < 0 ? rest : rest[..end]).ToString();
            }
        }
    }
}
