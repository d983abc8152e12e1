using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Migrations.Sql;

/// <summary>What a stretch of SQL does to a schema, as far as a migration's reader asks.</summary>
/// <param name="ChangedTables">Those that it does not create before.</param>
/// <param name="OtherNames">Views, and new names of tables.</param>
/// <param name="IsEmpty">No statement but transaction marks, settings and comments.</param>
internal sealed record SqlChanges(
    IReadOnlyList<Fact<string>> CreatedTables,
    IReadOnlyList<Fact<string>> ChangedTables,
    IReadOnlyList<string> OtherNames,
    bool IsEmpty
)
{
    /// <summary>Indexes that are created by name, and that no statement behind may take away.</summary>
    public IReadOnlyList<CreatedIndex> CreatedIndexes { get; init; } = [];

    /// <summary>Tables and types that are created, and that no statement behind may take away.</summary>
    public IReadOnlyList<CreatedObject> CreatedObjects { get; init; } = [];

    /// <summary>Names in statements that drop or rename something.</summary>
    public IReadOnlySet<string> DroppedNames { get; init; } = new HashSet<string>();
}
