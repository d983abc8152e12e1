namespace Seaworthy.Rules.Pipelines;

/// <summary>The rules of this folder.</summary>
internal static class PipelinesRules
{
    public static IReadOnlyList<Rule> All { get; } = [.. PathMissingRules.All, new PathFilterMatchesNothing(), .. NameMissingRules.All];
}
