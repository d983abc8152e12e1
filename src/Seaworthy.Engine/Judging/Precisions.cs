using System.Collections.Frozen;
using System.Globalization;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// What readings.tsv says of each kind of verdict: of a rule, at one kind of file. A kind that holds too rarely is UNKNOWN; one that nearly always holds may be certain
/// (docs/decisions/0009-four-scales.md).
/// </summary>
public static class Precisions
{
    private const string By = "readings";
    private const int OfCertain = 95;

    private static readonly Lazy<FrozenDictionary<string, RulePrecision>> Rules = new(Read);

    /// <summary>Of a rule at one kind of file.</summary>
    public static Precision Of(string rule, string kind) => Rules.Value.GetValueOrDefault(rule)?.ByKind.GetValueOrDefault(kind) ?? default;

    /// <summary>Of a rule at all kinds of files.</summary>
    public static Precision Of(string rule) => Rules.Value.GetValueOrDefault(rule)?.All ?? default;

    /// <summary>A verdict whose kind holds too rarely, left open; one whose kind was read too little to be certain, as likely.</summary>
    public static Verdict Weigh(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (
            verdict is not { Outcome: Outcome.Fail or Outcome.Warn, Rule.Tool: null }
            || !Rules.Value.TryGetValue(verdict.Rule.Id, out var read)
        )
        {
            return verdict;
        }

        var kind = FileKind.Of(verdict.Locations[0].Span.File.Path);
        return Weigh(verdict, read.ByKind.TryGetValue(kind, out var own) && own.Percent is not null ? own : read.All);
    }

    /// <summary>The same, for what readings say of its kind.</summary>
    public static Verdict Weigh(Verdict verdict, Precision precision)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return precision.IsDoubted
                ? verdict.LeftOpen(
                    By,
                    $"Of the latest {precision.Counted} findings of this kind that people checked in other repositories, {precision.Counted - precision.Held} did not hold: check it before you act."
                )
            : verdict.Certainty == Certainty.Certain && precision.Percent < OfCertain
                ? verdict.Adjusted(
                    By,
                    $"A finding of this kind {precision.Text} that people checked in other repositories.",
                    new Weight(verdict.Outcome, verdict.Severity, Certainty.Likely)
                )
            : verdict;
    }

    private static FrozenDictionary<string, RulePrecision> Read() =>
        Rows()
            .GroupBy(row => row.Rule, StringComparer.Ordinal)
            .ToFrozenDictionary(
                rule => rule.Key,
                rule => new RulePrecision(
                    Sum(rule),
                    rule.GroupBy(row => row.Kind, StringComparer.Ordinal).ToFrozenDictionary(kind => kind.Key, Sum, StringComparer.Ordinal)
                ),
                StringComparer.Ordinal
            );

    private static Precision Sum(IEnumerable<Row> rows) => rows.Aggregate(default(Precision), (sum, row) => sum.With(row.Precision));

    private static IEnumerable<Row> Rows()
    {
        using var stream = typeof(Precisions).Assembly.GetManifestResourceStream("readings.tsv");
        if (stream is null)
        {
            yield break;
        }

        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [[not '#', ..] rule, var kind, _, _, var counted, var doubted])
            {
                var all = int.Parse(counted, CultureInfo.InvariantCulture);
                yield return new Row(
                    rule,
                    // Behind the slash stands the branch of the rule, which a verdict does not name.
                    kind.Split('/')[0],
                    new Precision(all, all - int.Parse(doubted, CultureInfo.InvariantCulture))
                );
            }
        }
    }

    private sealed record RulePrecision(Precision All, FrozenDictionary<string, Precision> ByKind);

    private sealed record Row(string Rule, string Kind, Precision Precision);
}
