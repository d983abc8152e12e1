using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Migrations;

/// <summary>One step of a schema's history.</summary>
/// <param name="Id">What orders or names the step in its tool: Alembic's revision, Django's file name, the version number or timestamp of the others.</param>
/// <param name="Series">Which history it belongs to: the directory that holds the steps.</param>
public sealed record MigrationFile(SourceFile File, MigrationTool Tool, string Id, string Series) : Artifact(File)
{
    /// <summary>What follows the id in words.</summary>
    public string? Title { get; init; }

    /// <summary>SHA-256 of the text, by which Drizzle knows the step again; null for other tools.</summary>
    public string? Checksum { get; init; }

    /// <summary>The place that states the id; the whole file when the path does.</summary>
    public SourceSpan IdSpan { get; init; } = File.Whole;

    /// <summary>The steps that must come before: Alembic's <c>down_revision</c>, Django's <c>dependencies</c> as <c>app.name</c>. Empty for a first step, null where the tool orders by id.</summary>
    public IReadOnlyList<Fact<string>>? Parents { get; init; }

    /// <summary>The steps that come after this one although they do not say so: Django's <c>run_before</c>.</summary>
    public IReadOnlyList<Fact<string>> RunsBefore { get; init; } = [];

    /// <summary>Alembic's <c>branch_labels</c> and <c>depends_on</c>.</summary>
    public IReadOnlyList<Fact<string>> BranchLabels { get; init; } = [];

    /// <summary>Holds the way up (or both ways); false for a file with the way down only.</summary>
    public bool IsUp { get; init; } = true;

    /// <summary>States how to undo the step: in this file, or because it is the file of the way down. Null where that is another file's job.</summary>
    public bool? HasDown { get; init; }

    /// <summary>The way up does nothing.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Tables that the way up creates, and where.</summary>
    public IReadOnlyList<Fact<string>> CreatedTables { get; init; } = [];

    /// <summary>Tables that the way up changes and did not create before, and where; what is changed only if it exists is left out.</summary>
    public IReadOnlyList<Fact<string>> ChangedTables { get; init; } = [];

    /// <summary>Other names that the way up makes: views, and new names of tables.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Indexes that the way up creates by name in SQL, and that nothing behind in the same file may take away.</summary>
    public IReadOnlyList<CreatedIndex> CreatedIndexes { get; init; } = [];

    /// <summary>Tables and types that the way up creates in SQL, and that nothing behind in the same file may take away.</summary>
    public IReadOnlyList<CreatedObject> CreatedObjects { get; init; } = [];

    /// <summary>Names in statements of the way up that drop or rename something: an index of these names, or of a table of these names, may be gone.</summary>
    public IReadOnlySet<string> DroppedNames { get; init; } = new HashSet<string>();
}
