using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Commands that run psql on files or standard input, here, in a container or on another machine.</summary>
/// <remarks>
/// Source: PostgreSQL documentation, "psql", "Exit Status" and ON_ERROR_STOP. Tried with psql 15: 0 after an error in <c>-f</c>, standard input, <c>-1 -f</c>, and in every
/// <c>-c</c> but the last; 1 after an error in the only <c>-c</c>; 3 with ON_ERROR_STOP.
/// </remarks>
internal static class PsqlRuns
{
    private const string Setting = "ON_ERROR_STOP";
    private const int DepthLimit = 4;

    private static readonly string[] Words =
    [
        "deploy",
        "deployment",
        "prod",
        "production",
        "release",
        "staging",
        "migrate",
        "migration",
        "migrations",
        "restore",
        "rollback",
        "rollout",
        "update",
        "upgrade",
        "provision",
        "init",
        "initdb",
        "entrypoint",
    ];

    public static IReadOnlyList<PsqlRun> Link(Deployment deployment) =>
        [
            .. (
                from text in deployment.Commands.GroupBy(site => site.Variables)
                from site in text
                let run = Of(site, text, deployment)
                where run is not null
                select run
            )
            // What ssh runs elsewhere is a command of its own, too.
            .DistinctBy(run => run.Place),
        ];

    private static PsqlRun? Of(CommandSite site, IEnumerable<CommandSite> text, Deployment deployment)
    {
        var command = site.Command;
        if (
            command.FailureIsMasked
            || command.IsInSubstitution
            || !IsOfDeployment(site)
            || Psql(site) is not { } psql
            || CommandLine.Of(psql.Command).ProgramWord is not { } program
            || Source(psql) is not { } source
            // Somebody reads what it prints.
            || command.LostTo is [{ Literal: "grep" or "awk" or "egrep" or "tee" }, ..]
        )
        {
            return null;
        }

        return new PsqlRun(site, program.Span, source)
        {
            Stops = Stops(psql, site, deployment),
            UnknownBecause = Doubt(psql, site, deployment),
            Next = text.Select(other => other.Command)
                .FirstOrDefault(other =>
                    other.Span.Start > command.Span.End && !other.IsInSubstitution && other.Program is not ("" or "echo" or "printf")
                ),
        };
    }

    private static bool IsOfDeployment(CommandSite site)
    {
        // The job by its own name, a script by its path.
        var name = site.IsOnHostedRunner ? site.Subject[(site.Subject.IndexOf(": ", StringComparison.Ordinal) + 1)..] : site.Subject;
        return (site.IsRemote || DeployWords.Of(name).Any(Words.Contains)) && !DeployWords.SaysTrial(name, "ci", "lint");
    }

    /// <summary>The command itself, or what it carries into a container or to another machine.</summary>
    private static DatabaseCommand? Psql(CommandSite site)
    {
        var known = site.Known;
        for (var depth = 0; depth < DepthLimit; depth++)
        {
            if (known.OfType<DatabaseCommand>().FirstOrDefault(database => database.Tool == "psql") is { } psql)
            {
                return psql;
            }

            if (
                known.Select(outer => outer.Carried ?? (outer as DockerRunCommand)?.Inner).FirstOrDefault(carried => carried is not null)
                is not { } inner
            )
            {
                return null;
            }

            known = KnownCommand.Of(inner);
        }

        return null;
    }

    /// <summary>Where it has its statements from; null for the one statement of the command line, whose failure it returns.</summary>
    private static string? Source(DatabaseCommand psql) =>
        psql.Inputs is [var first, ..] ? $"`{first.Raw}`"
        : psql.Command.Redirects.Any(redirect => redirect.HereDocument is not null) ? "the here-document"
        : psql.StatementCount > 1 ? "all `-c` but the last"
        : psql.StatementCount == 0 && psql.Command.Joint == "|" ? "standard input"
        : null;

    private static bool Stops(DatabaseCommand psql, CommandSite site, Deployment deployment) =>
        psql.Command.Words.Any(word => word.Raw.Contains(Setting, StringComparison.Ordinal))
        || psql.Command.Redirects.Any(redirect =>
            (redirect.HereDocument ?? redirect.Target.Raw).Contains(Setting, StringComparison.Ordinal)
        )
        || (psql.Inputs.Count > 0 && psql.StatementCount == 0 && psql.Inputs.All(word => IsStopping(word, site, deployment)));

    /// <summary>The file sets it itself.</summary>
    private static bool IsStopping(ShellWord word, CommandSite site, Deployment deployment) =>
        site.Variables.Value(word) is { } path
        && site.Directories.Append("")
            .Any(directory => RepositoryPath.Join(directory, path) is { } full && deployment.At<SqlScript>(full) is { StopsOnError: true });

    private static string? Doubt(DatabaseCommand psql, CommandSite site, Deployment deployment) =>
        !HasNoStartFile(psql) && DatabaseCommand.NamesStartFile(site.Span.File) ? $"{site.Span.File.Path} names a start-up file of psql"
        : psql.Inputs.FirstOrDefault(word => site.Variables.Value(word) is null) is { } computed
        && deployment.Of<SqlScript>().FirstOrDefault(script => script.StopsOnError) is { } stopping
            ? $"`{computed.Raw}` may be a file that sets it, as {stopping.File.Path} does"
        : null;

    /// <summary><c>-X</c>: the start-up file of the account is not read.</summary>
    private static bool HasNoStartFile(DatabaseCommand psql) =>
        psql.Command.Words.Any(word => word.Literal == "--no-psqlrc" || word.HasFlag('X'));
}
