namespace Seaworthy.Reading.Readers.Migrations.Sql;

/// <summary>Which way an SQL file goes, by its name.</summary>
internal enum SqlDirection
{
    /// <summary>The name does not say; the content may, with marks for both ways.</summary>
    InFile,
    Up,
    Down,
}
