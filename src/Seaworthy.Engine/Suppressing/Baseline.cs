using Seaworthy.Engine.Reporting;

namespace Seaworthy.Engine.Suppressing;

/// <summary>
/// Findings that were there when somebody began to use Seaworthy: they are counted and close no gate, what comes after does. The path is part of a fingerprint, so the same fault in a second
/// file is a new one.
/// </summary>
public sealed class Baseline
{
    private readonly Dictionary<string, BaselineEntry> byFingerprint;

    public Baseline(string name, IEnumerable<BaselineEntry> entries)
    {
        Name = name;
        byFingerprint = [];
        foreach (var entry in entries ?? [])
        {
            byFingerprint[entry.Fingerprint] = entry;
        }

        Entries =
        [
            .. byFingerprint
                .Values.OrderBy(entry => entry.Path, StringComparer.Ordinal)
                .ThenBy(entry => entry.Rule, StringComparer.Ordinal)
                .ThenBy(entry => entry.Subject, StringComparer.Ordinal)
                .ThenBy(entry => entry.Fingerprint, StringComparer.Ordinal),
        ];
    }

    public string Name { get; }

    /// <summary>By path, rule and subject, so that a diff shows what changed and nothing else.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; }

    /// <summary>Every FAIL and WARN that counts in a report.</summary>
    public static Baseline Of(string name, Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Baseline(name, report.Findings.Where(finding => finding.IsFault).Select(Entry));
    }

    public bool Holds(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.IsFault && byFingerprint.TryGetValue(finding.Id, out var entry) && finding.Outcome <= entry.Outcome;
    }

    /// <summary>The entries that another has not, or has as another outcome.</summary>
    public IReadOnlyList<BaselineEntry> Without(Baseline other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return
        [
            .. Entries.Where(entry => !other.byFingerprint.TryGetValue(entry.Fingerprint, out var same) || same.Outcome != entry.Outcome),
        ];
    }

    /// <summary>Those of its entries that another has as well.</summary>
    public Baseline Prune(Baseline other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Baseline(Name, Entries.Where(entry => other.byFingerprint.ContainsKey(entry.Fingerprint)));
    }

    internal IReadOnlyList<BaselineEntry> Gone(IReadOnlyList<Finding> findings)
    {
        var found = findings.Where(finding => finding.IsFault).Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Entries.Where(entry => !found.Contains(entry.Fingerprint))];
    }

    private static BaselineEntry Entry(Finding finding) =>
        new(finding.Id, finding.Outcome, finding.Rule.Id, Quote.Text(finding.Primary.Span.File.Path), Quote.Text(finding.Verdict.About));
}
