using System.Security.Cryptography;
using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Grouping;

/// <summary>
/// Names findings so that the next audit recognises them: by rule, subject, file and the words of the line, never by the line's number.
/// Findings alike in all of these are told apart by their order.
/// </summary>
internal static class Fingerprints
{
    private const int Length = 16;

    public static IReadOnlyList<Finding> Assign(IReadOnlyList<Verdict> ordered)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        List<Finding> findings = [];
        foreach (var verdict in ordered)
        {
            var key = string.Join(
                '\n',
                verdict.Rule.Id,
                verdict.Subject,
                verdict.Locations[0].Span.File.Path,
                Words(verdict.Locations[0].Span)
            );
            seen[key] = seen.GetValueOrDefault(key) + 1;
            findings.Add(new Finding(Hash(seen[key] == 1 ? key : $"{key}\n{seen[key]}"), verdict));
        }

        return findings;
    }

    private static string Words(SourceSpan span) =>
        span.IsWholeFile ? "" : string.Join(' ', span.Line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..Length];
}
