using Seaworthy.Engine.Judging;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Configuring;

/// <summary>What a configuration makes of an audit: which rules are asked, how grave their findings are, where they are not reported, and which are accepted.</summary>
public sealed class AuditSettings
{
    private readonly Dictionary<string, Severity> severities;
    private readonly HashSet<string> rulesOff;
    private readonly HashSet<Area> areasOff;
    private readonly IReadOnlyList<PathGlob> excluded;

    internal AuditSettings(SettingsFile declared)
    {
        Path = declared.File.Path;
        Faults = declared.Problems;
        Suppressions = declared.Suppressions;
        Facts = declared.Facts;
        Gate = declared.Gate is { } gate ? SettingsVocabulary.Gate(gate) : null;
        rulesOff = [.. declared.Rules.Where(rule => rule.Severity is null).Select(rule => rule.Rule)];
        areasOff = [.. declared.AreasOff.Select(SettingsVocabulary.Area)];
        excluded = declared.ExcludedPaths;
        severities = declared
            .Rules.Where(rule => rule.Severity is not null)
            .DistinctBy(rule => rule.Rule, StringComparer.Ordinal)
            .ToDictionary(rule => rule.Rule, rule => SettingsVocabulary.Severity(rule.Severity ?? ""), StringComparer.Ordinal);
    }

    /// <summary>Nothing is configured.</summary>
    public static AuditSettings None { get; } = new(new SettingsFile(new SourceFile("", ""), []));

    /// <summary>The file that says it; empty when there is none.</summary>
    public string Path { get; }

    /// <summary>What is wrong with that file. An audit by a faulty configuration would be another than its author meant.</summary>
    public IReadOnlyList<Problem> Faults { get; }

    public Gate? Gate { get; }

    /// <summary>What it tells of the world outside the tree.</summary>
    public OutsideFacts Facts { get; }

    internal IReadOnlyList<DeclaredSuppression> Suppressions { get; }

    internal bool Asks(RuleInfo rule) => !rulesOff.Contains(rule.Id) && !areasOff.Contains(rule.Area);

    internal bool Reports(string path) => !excluded.Any(glob => glob.Matches(path));

    internal bool Reports(Verdict verdict) => Reports(verdict.Locations[0].Span.File.Path);

    /// <summary>A judgement with the severity that the configuration gives its rule.</summary>
    internal Judgement Weigh(Judgement judgement)
    {
        if (!severities.TryGetValue(judgement.Rule.Id, out var severity))
        {
            return judgement;
        }

        var rule = judgement.Rule with { Severity = severity };
        return judgement with
        {
            Rule = rule,
            Verdicts = [.. judgement.Verdicts.Select(verdict => verdict with { Rule = rule, Severity = severity })],
        };
    }

    /// <summary>What is not reported because of it, in one sentence; null when all is.</summary>
    internal Diagnostic? Tell(int leftOut)
    {
        var parts = new[]
        {
            rulesOff.Count > 0 ? $"turns off {string.Join(", ", rulesOff.Order(StringComparer.Ordinal))}" : null,
            areasOff.Count > 0 ? $"turns off the area {string.Join(", ", areasOff.Order().Select(Reporting.Words.Of))}" : null,
            severities.Count > 0 ? $"changes the severity of {string.Join(", ", severities.Keys.Order(StringComparer.Ordinal))}" : null,
            Facts.Count > 0 ? $"tells {Facts.Count} {(Facts.Count == 1 ? "fact that no file shows" : "facts that no file shows")}" : null,
            leftOut > 0 ? $"leaves out {leftOut} {(leftOut == 1 ? "finding" : "findings")} below excluded paths" : null,
        };
        return parts.OfType<string>().ToList() is { Count: > 0 } told
            ? new Diagnostic(DiagnosticKind.FindingsLeftOut, $"The configuration {string.Join("; it ", told)}.", Path)
            : null;
    }
}
