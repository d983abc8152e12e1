using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A container migrates its database when it starts, nothing waits for the database, and nothing starts the container again.</summary>
/// <remarks>Source: Docker documentation, "Control startup and shutdown order in Compose".</remarks>
internal sealed class MigrationBeforeDatabase : Rule<MigrationBeforeDatabase.Migrated>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/migration-before-database",
            Title = "Migration before database ready",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A new database takes seconds to accept connections: the migration is refused, the container exits, and it stays down.",
            Holds = "The migration waits for the database, or the container is started again.",
        };

    // Swarm ignores the start order, and tests can be repeated.
    public override IEnumerable<Migrated> Subjects(Deployment deployment) =>
        from target in deployment.Targets
        where target is { Kind: TargetKind.Compose, Environment: not TargetEnvironment.Test, PartialBecause: null }
        where !target.Name.Contains("stack", StringComparison.Ordinal)
        from workload in target.Workloads
        where workload.Public is null
        let database = workload.DependsOn.FirstOrDefault(each => each.On?.Public?.Role == ImageRole.DataStore)
        where database is not null
        let startup = deployment.StartupOf(workload)
        where startup is not null
        let migration = Ending(startup.Programs)
        where migration is not null
        select new Migrated(workload, database, startup, migration);

    protected override Subject Identify(Migrated subject) =>
        new($"{subject.Workload.Name} in {subject.Workload.TargetName}", subject.Database.Span);

    protected override IEnumerable<Verdict> Check(Migrated subject, Deployment deployment)
    {
        var (workload, database, startup, migration) = subject;
        if (
            database.Condition != "service_started"
            || startup.Waits
            || startup.Programs.TakeWhile(command => command.Span != migration.Command.Span).Any(Waits)
            || workload.Restart is not (null or { Value: "no" or "none" })
        )
        {
            yield break;
        }

        yield return Warn(
                database.Span,
                $"{workload.Name} migrates {database.Name} at its start without waiting until it is ready, and no restart policy starts it again."
            )
            .Related(migration.Command.Span)
            .Remedy(
                $"Write `{database.Name}: {{ condition: service_healthy }}` in {database.Span}, add a health check to {database.Name}, and `restart: unless-stopped` to {workload.Name}."
            )
            .Verify(
                $"{TargetCommand.Compose(workload.TargetName, deployment)} config {workload.Name} | grep -E 'service_healthy|restart:'"
            );
    }

    /// <summary>The migration whose failure ends the start.</summary>
    private static MigrationCommand? Ending(IReadOnlyList<ShellCommand> programs)
    {
        for (var index = 0; index < programs.Count; index++)
        {
            var command = programs[index];
            if (
                KnownCommand.Of(command).OfType<MigrationCommand>().FirstOrDefault()
                    is { Verb: MigrationVerb.Up or MigrationVerb.Push, Tool: not "flyway" } migration
                && command is { MayFailUnnoticed: false, Loop: null, IsBackground: false }
                && (command is { StopsOnError: true, IsTested: false } || (index + 1 < programs.Count && programs[index + 1].Joint == "&&"))
            )
            {
                return migration;
            }
        }

        return null;
    }

    private static bool Waits(ShellCommand command) =>
        command.Loop is not null
        || command.Program is "sleep" or "dockerize" or "wait-for-it.sh" or "wait-for-it" or "wait-for" or "wait4x" or "wait"
        || KnownCommand.Of(command).Any(known => known is PortProbeCommand);

    /// <summary>A service whose start migrates.</summary>
    internal sealed record Migrated(Workload Workload, DependencyUse Database, Startup Startup, MigrationCommand Migration);
}
