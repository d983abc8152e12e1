using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Sql;

/// <summary>A file of SQL that creates databases, users or tables, for any client, or tells psql to stop at an error.</summary>
public sealed record SqlScript(SourceFile File) : Artifact(File)
{
    /// <summary>Holes in its statements. No client of a database fills them.</summary>
    public IReadOnlyList<EnvironmentHole> EnvironmentHoles { get; init; } = [];

    /// <summary>Databases it creates, whether they are there or not; with <c>IF NOT EXISTS</c> it would be no statement that can fail.</summary>
    public IReadOnlyList<Fact<string>> Databases { get; init; } = [];

    /// <summary>It sets <c>ON_ERROR_STOP</c>: psql ends with an error at the first failure.</summary>
    public bool StopsOnError { get; init; }

    /// <summary>The names of the tables that it creates, with their schema if it is written.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];
}
