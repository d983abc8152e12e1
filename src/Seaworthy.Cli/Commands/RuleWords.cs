using Seaworthy.Engine.Configuring;

namespace Seaworthy.Cli.Commands;

/// <summary>The words by which a command line names rules.</summary>
internal static class RuleWords
{
    /// <summary>Areas first, then every rule.</summary>
    public static IReadOnlyList<string> All { get; } = [.. RuleChoice.Areas, .. RuleChoice.Rules];
}
