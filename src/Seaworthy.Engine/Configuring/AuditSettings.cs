using Seaworthy.Engine.Judging;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Configuring;

/// <summary>What a configuration makes of an audit: which rules are asked, how grave their findings are, where they are not reported, and which are accepted.</summary>
public sealed class AuditSettings
{
    private readonly SettingsFile declared;
    private readonly SettingsLayers layers;

    internal AuditSettings(SettingsFile declared, PolicyFiles? policies = null)
    {
        Custom = policies?.Rules ?? [];
        Faults = [.. declared.Problems, .. policies?.Faults ?? []];
        this.declared = declared;
        var packs = declared.Packs.Select(PolicyPack.Find).OfType<PolicyPack>().Select(pack => pack.File).ToList();
        layers = new SettingsLayers([.. packs, declared]);
        Gate = packs.Append(declared).Select(file => file.Gate).LastOrDefault(gate => gate is not null) is { } word
            ? SettingsVocabulary.Gate(word)
            : null;
    }

    /// <summary>Nothing is configured.</summary>
    public static AuditSettings None { get; } = new(new SettingsFile(new SourceFile("", ""), []));

    /// <summary>The file that says it; empty when there is none.</summary>
    public string Path => declared.File.Path;

    /// <summary>What is wrong with that file. An audit by a faulty configuration would be another than its author meant.</summary>
    public IReadOnlyList<Problem> Faults { get; }

    /// <summary>The rules that the team wrote for itself.</summary>
    public IReadOnlyList<Rule> Custom { get; }

    /// <summary>From which severity a FAIL closes the gate; null when nothing is said.</summary>
    public GateLevel? Gate { get; }

    /// <summary>What it tells of the world outside the tree.</summary>
    public OutsideFacts Facts => declared.Facts;

    /// <summary>It names files of rules, which lie beside it.</summary>
    public bool NamesRules => declared.Custom.Count > 0;

    internal SettingsFile Declared => declared;

    /// <summary>It says anything by which a finding could be left out, or count as less.</summary>
    internal bool HidesSomething =>
        declared.Packs.Count
            + declared.Rules.Count
            + declared.AreasOff.Count
            + declared.ExcludedPaths.Count
            + declared.Scopes.Count
            + declared.Suppressions.Count
        > 0;

    internal IReadOnlyList<DeclaredSuppression> Suppressions => declared.Suppressions;

    internal bool Asks(RuleInfo rule) => layers.Of(rule).IsAsked;

    /// <summary>What it makes of a rule: whether it is asked, and what its findings count as where that is not its own severity.</summary>
    internal (bool IsAsked, Severity? Severity) Says(RuleInfo rule) => layers.Of(rule);

    /// <summary>The same without what can take a finding out of the audit, or make it count as less. What it tells of the world outside stays: that enters the model.</summary>
    internal AuditSettings WithNothingHidden() =>
        new(new SettingsFile(declared.File, []) { Facts = declared.Facts }, new PolicyFiles(Custom, []));

    /// <summary>It lies above the audited directory.</summary>
    private bool IsFromAbove => Path.StartsWith("../", StringComparison.Ordinal);

    /// <summary>The same, for paths from a directory below it.</summary>
    internal AuditSettings For(string directory) =>
        directory.Length == 0 ? this : new(declared.For(directory), new PolicyFiles(Custom, [.. Faults.Skip(declared.Problems.Count)]));

    /// <summary>The scope that the configuration gives a file; null when it gives none.</summary>
    internal SubjectScope? ScopeOf(string path) =>
        declared.Scopes.FirstOrDefault(scope => scope.Paths.Any(glob => glob.Matches(path))) is { } given
            ? new SubjectScope(SettingsVocabulary.Scope(given.Scope.Value), $"The configuration says so ({given.Scope.Span}).")
            : null;

    // Asked for every answer of a rule, and mostly nothing is excluded.
    internal bool Reports(string path) => declared.ExcludedPaths.Count == 0 || !IsExcluded(path);

    private bool IsExcluded(string path) => declared.ExcludedPaths.Any(glob => glob.Matches(path));

    internal bool Reports(Verdict verdict) => Reports(verdict.Locations[0].Span.File.Path);

    /// <summary>A judgement with the severity that the configuration gives its rule.</summary>
    internal Judgement Weigh(Judgement judgement)
    {
        if (layers.Of(judgement.Rule).Severity is not { } severity)
        {
            return judgement;
        }

        var rule = judgement.Rule with { Severity = severity };
        return judgement with
        {
            Rule = rule,
            Verdicts =
            [
                .. judgement.Verdicts.Select(verdict =>
                    verdict.Adjusted(
                        "configuration",
                        "The configuration gives the rule this severity.",
                        new Weight(verdict.Outcome, severity, verdict.Certainty)
                    ) with
                    {
                        Rule = rule,
                    }
                ),
            ],
        };
    }

    /// <summary>What is not reported because of it, in one sentence; null when all is.</summary>
    internal Diagnostic? Tell(int leftOut)
    {
        var rulesOff = declared.Rules.Where(rule => rule is { Severity: null, IsOn: false }).Select(rule => rule.Rule).ToList();
        var severities = declared.Rules.Where(rule => rule.Severity is not null).Select(rule => rule.Rule).ToList();
        var areasOff = declared.AreasOff.Select(SettingsVocabulary.Area).ToList();
        var parts = new[]
        {
            IsFromAbove ? "is taken from above the audited directory" : null,
            declared.Packs.Count > 0
                ? $"starts from {string.Join(", ", declared.Packs)} ('seaworthy rules --pack {declared.Packs[0]}' shows what that changes)"
                : null,
            rulesOff.Count > 0 ? $"turns off {string.Join(", ", rulesOff.Order(StringComparer.Ordinal))}" : null,
            areasOff.Count > 0 ? $"turns off the area {string.Join(", ", areasOff.Order().Select(Reporting.Words.Of))}" : null,
            severities.Count > 0 ? $"changes the severity of {string.Join(", ", severities.Order(StringComparer.Ordinal))}" : null,
            Facts.Count > 0 ? $"tells {Facts.Count} {(Facts.Count == 1 ? "fact that no file shows" : "facts that no file shows")}" : null,
            declared.Scopes.Count > 0
                ? $"gives files the scope {string.Join(", ", declared.Scopes.Select(scope => scope.Scope.Value))}"
                : null,
            leftOut > 0 ? $"leaves out {leftOut} {(leftOut == 1 ? "finding" : "findings")} below excluded paths" : null,
        };
        return parts.OfType<string>().ToList() is { Count: > 0 } named
            ? new Diagnostic(DiagnosticKind.FindingsLeftOut, $"The configuration {string.Join("; it ", named)}.", Path)
            : null;
    }
}
