namespace Seaworthy.Rules.Dependencies;

/// <summary>The rules of this folder.</summary>
internal static class DependenciesRules
{
    public static IReadOnlyList<Rule> All { get; } = [];
}
