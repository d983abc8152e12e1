namespace Seaworthy.Model.Declared.Migrations;

/// <summary>Why an operation of a migration asks for care.</summary>
public enum RiskyOperationKind
{
    /// <summary>Data is gone.</summary>
    DropTable,

    /// <summary>Data is gone, and the version still running reads the column.</summary>
    DropColumn,

    RenameTable,

    RenameColumn,

    /// <summary>Fails, or rewrites the table, when rows exist.</summary>
    AddRequiredColumnWithoutDefault,

    /// <summary>May fail for existing rows, and scans the table under a lock.</summary>
    SetNotNull,

    ChangeColumnType,

    /// <summary>An index built in place, on a table this file does not create: writes wait until it is done (PostgreSQL without <c>CONCURRENTLY</c>).</summary>
    CreateIndexInPlace,

    Truncate,

    /// <summary><c>DELETE</c> or <c>UPDATE</c> without <c>WHERE</c>.</summary>
    ChangeEveryRow,
}
