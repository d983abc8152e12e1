namespace Seaworthy.Reading.Readers.Settings;

/// <summary>The words that a configuration may use. Readers know no rule, so the caller passes their words.</summary>
public sealed record SettingsWords(
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Areas,
    IReadOnlyList<string> Severities,
    IReadOnlyList<string> Gates
)
{
    /// <summary>What the rules of other tools begin with, up to the slash: <c>hadolint</c>.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    public bool IsOfTool(string rule) =>
        rule?.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && slash < rule.Length - 1 && Tools.Contains(rule[..slash]);

    /// <summary>Where files may be used.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Presets that a configuration may start from.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>What an undertaking may have or lack as a whole.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];
}
