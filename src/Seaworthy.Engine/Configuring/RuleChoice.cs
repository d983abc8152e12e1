using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Source;
using Seaworthy.Rules;
using Seaworthy.Rules.Custom;

namespace Seaworthy.Engine.Configuring;

/// <summary>Which rules a command line asks, of those that the configuration leaves on. A rule that is named itself wins over its area.</summary>
/// <param name="Selected">Rules, areas, or groups as <c>ports/*</c>; empty for all.</param>
/// <param name="Ignored">The same, left out.</param>
public sealed record RuleChoice(IReadOnlyList<string> Selected, IReadOnlyList<string> Ignored)
{
    private const string Group = "/*";

    /// <summary>Every rule.</summary>
    public static RuleChoice All { get; } = new([], []);

    /// <summary>The ids of all rules.</summary>
    public static IReadOnlyList<string> Rules => SettingsVocabulary.Rules;

    /// <summary>Areas, and the first parts of ids that are none.</summary>
    public static IReadOnlyList<string> Areas { get; } =
    [
        .. SettingsVocabulary
            .Areas.Concat(SettingsVocabulary.Rules.Select(rule => rule.Split('/')[0]))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether it names a rule, an area or a group; a rule of the team's own or of another tool may have any name behind its prefix.</summary>
    public static bool IsKnown(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return SettingsVocabulary.IsRule(name)
            || Areas.Contains(name.EndsWith(Group, StringComparison.Ordinal) ? name[..^Group.Length] : name, StringComparer.Ordinal);
    }

    /// <summary>A rule of the team's own that is named, and that a configuration does not bring; null when there is none.</summary>
    public string? MissingIn(AuditSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Selected
            .Concat(Ignored)
            .FirstOrDefault(name =>
                name.StartsWith(PolicyCheck.Prefix + "/", StringComparison.Ordinal)
                && !name.EndsWith(Group, StringComparison.Ordinal)
                && settings.Custom.All(rule => rule.Info.Id != name)
            );
    }

    internal bool IsAll => this is { Selected: [], Ignored: [] };

    internal bool Asks(RuleInfo rule) =>
        !Ignored.Contains(rule.Id, StringComparer.Ordinal)
        && (
            Selected.Contains(rule.Id, StringComparer.Ordinal)
            || (Selected.Count == 0 || Selected.Any(name => Covers(name, rule))) && !Ignored.Any(name => Covers(name, rule))
        );

    /// <summary>That not every rule is asked, in one sentence; null when every one is.</summary>
    internal Diagnostic? Tell(int asked, int all) =>
        IsAll
            ? null
            : new Diagnostic(
                DiagnosticKind.FindingsLeftOut,
                $"The command line asks {asked} of {all} rules: {string.Join(", ", Selected.Select(name => $"--select {name}").Concat(Ignored.Select(name => $"--ignore {name}")))}."
            );

    private static bool Covers(string name, RuleInfo rule) =>
        name.EndsWith(Group, StringComparison.Ordinal)
            ? rule.Id.StartsWith(name[..^1], StringComparison.Ordinal)
            : Words.Of(rule.Area) == name || rule.Id.StartsWith(name + "/", StringComparison.Ordinal);
}
