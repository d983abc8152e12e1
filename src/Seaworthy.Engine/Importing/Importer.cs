using Seaworthy.Engine.Judging;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Importing;

/// <summary>
/// Joins what other tools found with what the rules found: a fault that both tell at one place is told once, in our words, with the name of the other. What is left are findings like
/// any other: counted in the score and at the gate, and accepted by the same comments and entries.
/// </summary>
internal sealed class Importer
{
    // A tool that speaks of most of a file speaks of the file.
    private const int MostLines = 30;

    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<Verdict> own;
    private readonly List<Verdict> taken = [];
    private readonly ILookup<string, int> ownIn;
    private readonly Dictionary<string, List<int>> takenIn = new(StringComparer.Ordinal);
    private readonly Dictionary<int, SortedSet<string>> alsoOwn = [];
    private readonly Dictionary<int, SortedSet<string>> alsoTaken = [];

    private Importer(IReadOnlyList<Judgement> judgements)
    {
        own = [.. judgements.SelectMany(judgement => judgement.Verdicts)];
        ownIn = own.Index()
            .Where(verdict => verdict.Item.Outcome is Outcome.Fail or Outcome.Warn)
            .ToLookup(verdict => verdict.Item.Locations[0].Span.File.Path, verdict => verdict.Index, StringComparer.Ordinal);
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
            var asked = log
                .Results.Select(result => ImportedVerdicts.Of(result, places))
                .Where(verdict => options.Settings.Asks(verdict.Rule));
            importer.Tell(log, asked.Count(verdict => !importer.Take(verdict)));
        }

        return new Imported([.. importer.Own(judgements)], [.. importer.Taken()], importer.diagnostics);
    }

    /// <summary>False for what is told already.</summary>
    private bool Take(Verdict verdict)
    {
        var path = verdict.Locations[0].Span.File.Path;
        var name = Said(verdict);
        var same = ownIn[path].Where(index => IsSame(own[index], verdict)).ToList();
        foreach (var index in same)
        {
            (alsoOwn.TryGetValue(index, out var names) ? names : alsoOwn[index] = new(StringComparer.Ordinal)).Add(name);
        }

        if (same.Count > 0)
        {
            return false;
        }

        var beside = takenIn.TryGetValue(path, out var known) ? known : takenIn[path] = [];
        foreach (var index in beside.Where(index => IsSame(taken[index], verdict)))
        {
            if (taken[index].Rule.Id != verdict.Rule.Id)
            {
                (alsoTaken.TryGetValue(index, out var names) ? names : alsoTaken[index] = new(StringComparer.Ordinal)).Add(name);
            }

            return false;
        }

        beside.Add(taken.Count);
        taken.Add(verdict);
        return true;
    }

    private static string Said(Verdict verdict) => $"{verdict.Rule.Tool} ({verdict.Rule.Id[(verdict.Rule.Id.LastIndexOf('/') + 1)..]})";

    private static bool IsSame(Verdict known, Verdict next)
    {
        var (left, right) = (known.Locations[0].Span, next.Locations[0].Span);
        if (known.Rule.Id == next.Rule.Id)
        {
            return left == right && known.Message == next.Message;
        }

        // Two tools name one vulnerability of one package alike.
        return (IsVulnerability(known) && RuleOf(known) == RuleOf(next) && left.File.Path == right.File.Path)
            || EquivalentRules
                .Of(next.Rule.Id)
                .Any(group => group.Holds(known.Rule.Id) && (group.IsOfFile || IsWide(left) || IsWide(right) || Meet(left, right)));
    }

    private static bool IsVulnerability(Verdict verdict) => RuleOf(verdict) is ['C', 'V', 'E', '-', ..] or ['G', 'H', 'S', 'A', '-', ..];

    private static string RuleOf(Verdict verdict) => verdict.Rule.Id[(verdict.Rule.Id.LastIndexOf('/') + 1)..];

    private static bool IsWide(SourceSpan span) => span.IsWholeFile || span.EndLine - span.StartLine > MostLines;

    private static bool Meet(SourceSpan left, SourceSpan right) => left.StartLine <= right.EndLine && right.StartLine <= left.EndLine;

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
        taken
            .Select((verdict, index) => With(verdict, alsoTaken.GetValueOrDefault(index)))
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
            folded > 0 ? $"{folded} of them told already" : null,
            log.Accepted > 0 ? $"{log.Accepted} accepted by the tool's own configuration left out" : null,
            log.TooMany > 0 ? $"{log.TooMany} left out, since {SarifImport.MostResults} are read of one file" : null,
        };
        diagnostics.Add(new Diagnostic(DiagnosticKind.FindingsImported, $"{string.Join(", ", parts.OfType<string>())}.", log.Name));
    }

    private static string Results(int count) => count == 1 ? "1 result" : $"{count} results";
}
