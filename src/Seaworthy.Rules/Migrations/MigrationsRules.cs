namespace Seaworthy.Rules.Migrations;

/// <summary>The rules about database migrations: is the history complete, and does anything run it?</summary>
internal static class MigrationsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new BrokenChain(),
        new ChangedTableNeverCreated(),
        new NeededTableNeverCreated(),
        new DuplicateVersion(),
        new ExtensionNotInImage(),
        new MigrationDirectoryEmpty(),
        new MigrationNeverRun(),
        new ResetAtStart(),
        new RevisionLongerThanColumn(),
        new SeveralHeads(),
        new SchemaDroppedAtStart(),
        new StartAfterFailedMigration(),
        new SchemaChangedAtStart(),
        new SchemaWithoutMigrations(),
        new JournalOutOfOrder(),
        new ObjectCreatedTwice(),
        new SchemaNeverCreated(),
        new JournalFileMissing(),
    ];
}
