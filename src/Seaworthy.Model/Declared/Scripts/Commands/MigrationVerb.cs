namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>What a migration tool is asked to do.</summary>
public enum MigrationVerb
{
    /// <summary>Brings the schema to the newest state.</summary>
    Up,

    /// <summary>Takes migrations back.</summary>
    Down,

    /// <summary>Writes a new migration file.</summary>
    Create,

    /// <summary>Makes the schema match the models without migration files: <c>prisma db push</c>, <c>schema:update</c>.</summary>
    Push,

    /// <summary>Drops everything first.</summary>
    Reset,

    /// <summary>Only tells the state.</summary>
    Status,

    /// <summary>Puts data in.</summary>
    Seed,

    /// <summary>Generates code from the schema: <c>prisma generate</c>.</summary>
    Generate,
}
