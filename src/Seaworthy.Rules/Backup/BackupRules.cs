namespace Seaworthy.Rules.Backup;

/// <summary>The rules of this folder.</summary>
internal static class BackupRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [new StoreNotBackedUp(), new DatabaseKeepsNoBackups(), new FreeDatabaseExpires(), new DumpFailureMasked()];
}
