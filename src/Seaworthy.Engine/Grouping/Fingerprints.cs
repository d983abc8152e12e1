using System.Security.Cryptography;
using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Grouping;

/// <summary>
/// Names findings so that the next audit recognises them: by rule, subject, file and the words of the line, never by the line's number.
/// Findings alike in all of these are distinguished by their order.
/// </summary>
internal static class Fingerprints
{
    private const int Length = 16;
    private const int LongLine = 1000;

    public static IReadOnlyList<Finding> Assign(IReadOnlyList<Verdict> ordered)
    {
        var keys = new string[ordered.Count];
        Parallel.For(0, keys.Length, index => keys[index] = Key(ordered[index]));
        Number(keys);
        var findings = new Finding[keys.Length];
        Parallel.For(0, keys.Length, index => findings[index] = new Finding(Hash(keys[index]), ordered[index]));
        return findings;
    }

    private static string Key(Verdict verdict) =>
        string.Join('\n', verdict.Rule.Id, verdict.About, verdict.Locations[0].Span.File.Path, Words(verdict.Locations[0].Span));

    private static void Number(string[] keys)
    {
        Dictionary<string, int> seen = new(keys.Length, StringComparer.Ordinal);
        for (var index = 0; index < keys.Length; index++)
        {
            var key = keys[index];
            var count = seen[key] = seen.GetValueOrDefault(key) + 1;
            keys[index] = count == 1 ? key : $"{key}\n{count}";
        }
    }

    /// <summary>The words of the line where a finding stands. In a line without end (minified, generated) the place itself is what can be recognised.</summary>
    public static string Words(SourceSpan span)
    {
        if (span.IsWholeFile)
        {
            return "";
        }

        var start = span.File.Lines.StartOf(span.StartLine);
        var line = span.File.Text.AsSpan(start, Math.Min(LongLine, span.File.Text.Length - start));
        var end = line.IndexOfAny('\r', '\n');
        var text =
            end >= 0 || line.Length < LongLine
                ? line[..(end >= 0 ? end : line.Length)]
                : span.File.Text.AsSpan(span.Start, Math.Min(span.Length, LongLine));
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..Length];
}
