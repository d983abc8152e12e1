using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job runs migrations on a database of its own machine, where nothing starts one.</summary>
/// <remarks>Source: actions/runner-images, "Ubuntu 24.04", Databases: PostgreSQL and MySQL are installed on the runner and not started.</remarks>
internal sealed class DatabaseNotStarted : Rule<DatabaseNotStarted.Migrated>
{
    private static readonly string[] Hosts = ["localhost", "127.0.0.1"];

    private static readonly string[] Schemes = ["postgres", "postgresql", "mysql", "mariadb", "mongodb"];

    // What an action with one of these in its name may start.
    private static readonly string[] Starters =
    [
        "postgres",
        "mysql",
        "mariadb",
        "mongo",
        "database",
        "docker",
        "compose",
        "container",
        "supabase",
        "service",
        "kind",
        "minikube",
    ];

    // An installed package starts its server, and a script of the project may do anything: `npm run db:up`.
    private static readonly string[] Starting = ["docker", "db:", "services", "infra", ":up", "compose", "postgres", "mysql", "mongo"];

    // These start no server, and nothing that does.
    private static readonly string[] Harmless =
    [
        "echo",
        "printf",
        "cd",
        "ls",
        "cat",
        "cp",
        "mv",
        "mkdir",
        "touch",
        "chmod",
        "sed",
        "set",
        "export",
        "pip",
        "pip3",
        "python",
        "python3",
        "pytest",
        "uv",
        "poetry",
        "npm",
        "npx",
        "yarn",
        "pnpm",
        "node",
        "php",
        "composer",
        "bundle",
        "alembic",
        "flake8",
        "ruff",
        "black",
        "mypy",
        "coverage",
        "dotnet",
        "go",
        "cargo",
        "[",
        "[[",
        "test",
        "true",
        "apt-get",
        "apt",
    ];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "database-not-started",
            "Missing database in job",
            Severity.High,
            "The migration ends with `connection refused`, and the steps behind it, tests and deployment, never run.",
            "The job starts the database that it migrates.",
            Certainty.Likely
        );

    public override IEnumerable<Migrated> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job.RunsOn?.Labels is [{ Literal: { } label }] && label.StartsWith("ubuntu-", StringComparison.Ordinal)
        let migrated = Of(workflow, job)
        where migrated is not null
        select migrated;

    protected override Subject Identify(Migrated subject) => new(subject.Name, subject.Job.Span);

    protected override IEnumerable<Verdict> Check(Migrated subject, Deployment deployment)
    {
        if (subject.IsServed)
        {
            yield break;
        }

        yield return Fail(
                subject.Migration,
                $"{subject.Name} migrates a database on `{subject.Address.Value}`, but the job has no service and starts none."
            )
            .Related(subject.Address.Span)
            .Remedy($"Put `services` with the database and its port right under {subject.Job.Span}.")
            .Verify($"git grep -A1 -e {$"^  {subject.Job.Id}:"} -- {subject.Job.Span.File.Path} | grep services:   # must find it");
    }

    private static Migrated? Of(Workflow workflow, WorkflowJob job)
    {
        foreach (var step in job.Steps.Where(step => step is { If: null, ContinueOnError: null, Run: not null }))
        {
            if (
                (step.Run?.Commands ?? []).FirstOrDefault(IsMigration) is { } migration
                && Address([.. step.Environment, .. job.Environment, .. workflow.Environment]) is { } address
            )
            {
                return new Migrated($"{workflow.File.Name}: {job.Id}", job, migration.Span, address)
                {
                    IsServed =
                        job.Services.Count > 0
                        || job.Container is not null
                        || job.Steps.TakeWhile(before => before != step).Append(step).Any(before => MayStart(before, migration)),
                };
            }
        }

        return null;
    }

    private static bool IsMigration(ShellCommand command) =>
        !command.MayFailUnnoticed
        && KnownCommand.Of(command).Any(known => known is MigrationCommand { ChangesSchema: true, Database: null });

    /// <summary>The address of a database on the machine itself, as a variable gives it.</summary>
    private static Fact<string>? Address(IReadOnlyList<NamedTemplate> variables) =>
        (
            from variable in variables
            let text = variable.Value.Raw
            from host in Hosts
            where
                Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.Ordinal))
                    && (text.Contains($"@{host}", StringComparison.Ordinal) || text.Contains($"//{host}", StringComparison.Ordinal))
                || (
                    text == host
                    && variable.Name.ToUpperInvariant() is "DB_HOST" or "DATABASE_HOST" or "POSTGRES_HOST" or "MYSQL_HOST" or "PGHOST"
                )
            select new Fact<string>(host, variable.Span)
        ).FirstOrDefault();

    private static bool MayStart(WorkflowStep step, ShellCommand migration) =>
        step.Uses is { } uses
            ? uses.Kind != ActionReferenceKind.Repository
                || Array.Exists(Starters, word => uses.Name.Contains(word, StringComparison.Ordinal))
            : step.RemoteCommands.Count == 0
                && (
                    step.Run is not { Commands: { Count: > 0 } commands }
                    || commands
                        .TakeWhile(command => command != migration)
                        .Any(command =>
                            command.Words.Count > 0
                            && (
                                !Harmless.Contains(CommandLine.Of(command).Program)
                                || command.Arguments.Any(word =>
                                    Array.Exists(Starting, text => word.Raw.Contains(text, StringComparison.Ordinal))
                                )
                            )
                        )
                );

    /// <summary>A job that migrates a database of its own machine.</summary>
    /// <param name="Address">Where the database is, in the variable that says so.</param>
    internal sealed record Migrated(string Name, WorkflowJob Job, SourceSpan Migration, Fact<string> Address)
    {
        /// <summary>Something in the job starts a database, or may.</summary>
        public bool IsServed { get; init; }
    }
}
