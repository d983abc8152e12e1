namespace Seaworthy.Rules.Documentation;

/// <summary>The rules of this folder.</summary>
internal static class DocumentationRules
{
    public static IReadOnlyList<Rule> All { get; } = [new DocumentedNameMissing(), new DeploymentNotDescribed()];
}
