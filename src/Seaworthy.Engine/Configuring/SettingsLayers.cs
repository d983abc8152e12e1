using Seaworthy.Model.Declared.Settings;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Configuring;

/// <summary>Packs and the configuration's own words above one another: what a later one says of a rule, or of its area, wins.</summary>
internal sealed class SettingsLayers
{
    private readonly List<Layer> layers;

    public SettingsLayers(IEnumerable<SettingsFile> files) => layers = [.. files.Select(file => new Layer(file))];

    /// <summary>Whether a rule is asked, and what its findings count as where that is not its own severity.</summary>
    public (bool IsAsked, Severity? Severity) Of(RuleInfo rule)
    {
        var isAsked = true;
        Severity? severity = null;
        foreach (var layer in layers)
        {
            var own = layer.Rules.GetValueOrDefault(rule.Id);
            var isAreaOff = layer.AreasOff.Contains(rule.Area);
            isAsked = !isAreaOff && (own is not null ? own.IsOn || own.Severity is not null : layer.AreasOn.Contains(rule.Area) || isAsked);
            severity =
                own is null ? severity
                : own.Severity is { } word ? SettingsVocabulary.Severity(word)
                : null;
        }

        return (isAsked, severity);
    }

    private sealed class Layer(SettingsFile file)
    {
        public Dictionary<string, RuleSetting> Rules { get; } =
            file.Rules.DistinctBy(rule => rule.Rule, StringComparer.Ordinal).ToDictionary(rule => rule.Rule, StringComparer.Ordinal);

        public HashSet<Area> AreasOff { get; } = [.. file.AreasOff.Select(SettingsVocabulary.Area)];

        public HashSet<Area> AreasOn { get; } = [.. file.AreasOn.Select(SettingsVocabulary.Area)];
    }
}
