namespace Seaworthy.Rules.Files;

/// <summary>The rules of this folder.</summary>
internal static class FilesRules
{
    public static IReadOnlyList<Rule> All { get; } = [];
}
