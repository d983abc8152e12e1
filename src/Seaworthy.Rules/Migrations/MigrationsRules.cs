namespace Seaworthy.Rules.Migrations;

/// <summary>The rules of this folder.</summary>
internal static class MigrationsRules
{
    public static IReadOnlyList<Rule> All { get; } = [];
}
