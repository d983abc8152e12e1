using Seaworthy.Engine.Judging;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Importing;

/// <summary>
/// Joins what other tools found with what the rules found: a fault that both tell at one place is reported once, in our words, with the name of the other. What is left are findings like
/// any other: counted in the score and at the gate, and accepted by the same comments and entries.
/// </summary>
internal sealed class Importer
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly KnownVerdicts own = new();
    private readonly KnownVerdicts taken = new();
    private readonly Dictionary<int, SortedSet<string>> alsoOwn = [];
    private readonly Dictionary<int, SortedSet<string>> alsoTaken = [];

    private Importer(IReadOnlyList<Judgement> judgements)
    {
        foreach (var verdict in judgements.SelectMany(judgement => judgement.Verdicts))
        {
            if (verdict.Outcome is Outcome.Fail or Outcome.Warn)
            {
                own.Add(verdict);
            }
            else
            {
                own.Skip(verdict);
            }
        }
    }

    /// <param name="options">What the tools say, and which of their rules are asked.</param>
    /// <param name="judgements">What the rules say.</param>
    /// <param name="repository">Whose files are quoted.</param>
    /// <param name="deployment">Of which the rules speak.</param>
    public static Imported Join(AuditOptions options, IReadOnlyList<Judgement> judgements, Repository repository, Deployment deployment)
    {
        if (options.Imports.Count == 0)
        {
            return new Imported(judgements, [], []);
        }

        Importer importer = new(judgements);
        ImportedPlaces places = new(repository, deployment.Tree, deployment);
        foreach (var log in options.Imports)
        {
            var asked = log.Results.Select(result => ImportedVerdicts.Of(result, places)).Where(verdict => options.Asks(verdict.Rule));
            importer.Tell(log, asked.Count(verdict => !importer.Take(verdict)));
        }

        return new Imported([.. importer.Own(judgements)], [.. importer.Taken()], importer.diagnostics);
    }

    /// <summary>False for what is reported already.</summary>
    private bool Take(Verdict verdict)
    {
        var name = Said(verdict);
        var isOwn = false;
        foreach (var index in own.SameAs(verdict))
        {
            isOwn = true;
            (alsoOwn.TryGetValue(index, out var names) ? names : alsoOwn[index] = new(StringComparer.Ordinal)).Add(name);
        }

        if (isOwn)
        {
            return false;
        }

        if (taken.FirstSameAs(verdict) is not { } same)
        {
            taken.Add(verdict);
            return true;
        }

        if (taken[same].Rule.Id != verdict.Rule.Id)
        {
            (alsoTaken.TryGetValue(same, out var names) ? names : alsoTaken[same] = new(StringComparer.Ordinal)).Add(name);
        }

        return false;
    }

    private static string Said(Verdict verdict) => $"{verdict.Rule.Tool} ({verdict.Rule.Id[(verdict.Rule.Id.LastIndexOf('/') + 1)..]})";

    private IEnumerable<Judgement> Own(IReadOnlyList<Judgement> judgements)
    {
        var first = 0;
        foreach (var judgement in judgements)
        {
            var from = first;
            first += judgement.Verdicts.Count;
            yield return alsoOwn.Count == 0
                ? judgement
                : judgement with
                {
                    Verdicts = [.. judgement.Verdicts.Select((verdict, index) => With(verdict, alsoOwn.GetValueOrDefault(from + index)))],
                };
        }
    }

    private IEnumerable<Judgement> Taken() =>
        Enumerable
            .Range(0, taken.Count)
            .Select(index => With(taken[index], alsoTaken.GetValueOrDefault(index)))
            .GroupBy(verdict => verdict.Rule.Id, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => OfRule([.. same]));

    // One rule of a tool may weigh differently from finding to finding: the gravest stands for the rule.
    private static Judgement OfRule(IReadOnlyList<Verdict> same)
    {
        var rule = same.MaxBy(verdict => (int)verdict.Severity)?.Rule ?? same[0].Rule;
        return new Judgement(rule, [.. same.Select(verdict => verdict with { Rule = rule })]);
    }

    private static Verdict With(Verdict verdict, SortedSet<string>? others) =>
        others is null
            ? verdict
            : verdict with
            {
                Message = $"{verdict.Message}{(verdict.Message.EndsWith('.') ? "" : ".")} Also found by {string.Join(", ", others)}.",
            };

    private void Tell(ImportedLog log, int folded)
    {
        var parts = new[]
        {
            $"{Results(log.Count)} imported",
            folded > 0 ? $"{folded} of them reported already" : null,
            log.Accepted > 0 ? $"{log.Accepted} accepted by the tool's own configuration left out" : null,
            log.TooMany > 0 ? $"{log.TooMany} left out, since {SarifImport.MostResults} are read of one file" : null,
        };
        diagnostics.Add(new Diagnostic(DiagnosticKind.FindingsImported, $"{string.Join(", ", parts.OfType<string>())}.", log.Name));
    }

    private static string Results(int count) => count == 1 ? "1 result" : $"{count} results";
}
