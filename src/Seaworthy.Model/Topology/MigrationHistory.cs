using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>The migrations of one component by one tool, as a chain, and everything that runs them.</summary>
public sealed record MigrationHistory
{
    public required MigrationTool Tool { get; init; }

    public required string Directory { get; init; }

    public Component? Component { get; init; }

    public required IReadOnlyList<MigrationFile> Files { get; init; }

    /// <summary>Migrations that name a parent nobody has.</summary>
    public IReadOnlyList<Fact<string>> MissingParents { get; init; } = [];

    /// <summary>Migrations that no other names as parent; a chain has one.</summary>
    public IReadOnlyList<MigrationFile> Heads { get; init; } = [];

    /// <summary>Places that run the migrations: entry scripts, pipelines, platform hooks, the program's own start.</summary>
    public IReadOnlyList<Fact<string>> RunBy { get; init; } = [];

    /// <summary>Nothing here calls what is in <see cref="RunBy"/>: scripts that somebody runs by name.</summary>
    public bool IsRunByHand { get; init; }

    /// <summary>Where something sets up or changes the column in which the tool keeps its place, so that longer ids may fit; null when nothing does.</summary>
    public SourceSpan? ColumnChangedAt { get; init; }

    /// <summary>The line of the tool's configuration that names another directory, when none names this one: the tool never reads it. Null when it may.</summary>
    public SourceSpan? LeftOutBy { get; init; }

    /// <summary>Something names migrations or calls the tool's library: it may run them although no command that is known does.</summary>
    public bool MayRunOtherwise { get; init; }

    /// <summary>Some text names the tool, or the directory is the one in which it looks by itself; else only the names of the files tell of it.</summary>
    public bool IsToolNamed { get; init; } = true;

    /// <summary>For a directory without migrations: the line of <c>.gitignore</c> that would keep them out of a clone.</summary>
    public SourceSpan? IgnoredBecause { get; init; }

    /// <summary>Every command that runs the files is psql, which stops at an error only with ON_ERROR_STOP.</summary>
    /// <remarks>Source: PostgreSQL documentation, "psql", ON_ERROR_STOP.</remarks>
    public bool GoesOnAfterError =>
        Tool == MigrationTool.PlainSql
        && RunBy.Count > 0
        && RunBy.All(run => run.Span.Mentions("psql") && !run.Span.Mentions("ON_ERROR_STOP"));
}
