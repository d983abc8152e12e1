using Seaworthy.Engine.Importing;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Known;
using Seaworthy.Reading.Readers.Settings;
using Seaworthy.Rules;
using Seaworthy.Rules.Custom;

namespace Seaworthy.Engine.Configuring;

/// <summary>The words of a configuration, and what they stand for.</summary>
internal static class SettingsVocabulary
{
    private static readonly string[] Gates = ["critical", "high", "medium", "low", "never"];

    public static IReadOnlyList<string> Rules { get; } = [.. AllRules.List.Select(rule => rule.Info.Id).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Areas { get; } = [.. Enum.GetValues<Area>().Select(Words.Of)];

    public static IReadOnlyList<string> Packs { get; } = [.. PolicyPack.All.Select(pack => pack.Name)];

    public static IReadOnlyList<string> Scopes { get; } = [.. Enum.GetValues<Scope>().Select(Words.Of)];

    public static IReadOnlyList<string> Capabilities => CapabilityWords.All;

    public static SettingsWords All { get; } =
        new(Rules, Areas, Gates[..^1], Gates)
        {
            Capabilities = Capabilities,
            Scopes = Scopes,
            Packs = Packs,
            Tools = [PolicyCheck.Prefix, .. ToolTable.Prefixes],
        };

    /// <summary>A rule of ours, or what may be one of another tool.</summary>
    public static bool IsRule(string name) => Rules.Contains(name, StringComparer.Ordinal) || All.IsOfTool(name);

    public static Area Area(string word) => Enum.GetValues<Area>().First(area => Words.Of(area) == word);

    public static Scope Scope(string word) => Enum.Parse<Scope>(word, ignoreCase: true);

    public static Severity Severity(string word) => Enum.Parse<Severity>(word, ignoreCase: true);

    public static GateLevel Gate(string word) => Enum.Parse<GateLevel>(word, ignoreCase: true);
}
