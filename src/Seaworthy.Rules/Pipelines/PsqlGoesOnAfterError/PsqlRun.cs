using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command of a deployment, migration or restore gives psql several statements.</summary>
/// <param name="Place">The word <c>psql</c>.</param>
/// <param name="Source">Where the statements are, as a message names them: <c>deploy/sql/migrate.sql</c>, standard input.</param>
internal sealed record PsqlRun(CommandSite Site, SourceSpan Place, string Source)
{
    /// <summary>The first failure ends it with an error: <c>ON_ERROR_STOP</c> is set by an option or by the statements.</summary>
    public bool Stops { get; init; }

    /// <summary>What may set it; null when nothing does.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>The command after it, which runs all the same.</summary>
    public ShellCommand? Next { get; init; }
}
