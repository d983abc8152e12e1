using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A container starts its server although the migration before it failed.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, "set", <c>-e</c>, and "Lists".</remarks>
internal sealed class StartAfterFailedMigration : Rule<Startup>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/start-after-failed-migration",
            Title = "Start after failed migration",
            Area = Area.Migrations,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale =
                "The new code runs on the old schema: requests fail, the container looks healthy, and the deployment is reported as a success.",
            Holds = "A failed migration ends the start.",
        };

    public override IEnumerable<Startup> Subjects(Deployment deployment) =>
        deployment
            .Startups.Where(startup =>
                Migrations(startup.Programs).Any(migration => Texts(startup, migration, deployment)[^1].Span != migration.Span)
            )
            .DistinctBy(startup => Migrations(startup.Programs).First().Span);

    protected override Subject Identify(Startup subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(Startup subject, Deployment deployment)
    {
        foreach (var migration in Migrations(subject.Programs))
        {
            var text = Texts(subject, migration, deployment);
            if (IsNoticed(migration, text) || Next(migration, text) is not { } next)
            {
                continue;
            }

            var isScript = deployment.At<ShellScript>(migration.Span.File.Path) is not null;
            var path = migration.Span.File.Path;
            yield return Warn(
                    migration.Span,
                    migration.FailureIsMasked
                        ? $"{subject.Subject} ignores a failure of `{migration.Text}` and starts anyway."
                        : $"{subject.Subject} starts although `{migration.Text}` failed: nothing stops the {(isScript ? "script" : "command")} there."
                )
                .As(subject.IsForDevelopment ? Severity.Low : Severity.Medium)
                .Related(next.Span, "starts in any case")
                .Remedy(
                    migration.FailureIsMasked ? $"Remove what follows `||` in {migration.Span}."
                    : isScript ? $"Put `set -e` below the first line of {path}, or `|| exit 1` after the command in {migration.Span}."
                    : $"Join the commands with `&&` in {migration.Span}."
                )
                .Verify(
                    migration.FailureIsMasked || !isScript
                        ? TreeCheck.Gone(migration.Span)
                        : TreeCheck.GoneOr(migration.Span, $"git grep -nE '^\\s*set -[a-z]*e|^#!.* -[a-z]*e' -- {path}")
                );
            yield break;
        }
    }

    private static IEnumerable<ShellCommand> Migrations(IEnumerable<ShellCommand> commands) =>
        commands.Where(command =>
            KnownCommand.Of(command).OfType<MigrationCommand>().Any(migration => migration.Verb is MigrationVerb.Up or MigrationVerb.Push)
        );

    /// <summary>All commands of the script, or of the command line, that the migration is part of; itself alone where a package script runs it for another command.</summary>
    private static List<ShellCommand> Texts(Startup startup, ShellCommand migration, Deployment deployment) =>
        [
            .. (
                deployment.At<ShellScript>(migration.Span.File.Path) is { } script
                    ? script.Commands
                    : startup.Programs.Where(command =>
                        command.Span.File == migration.Span.File && migration.Span.File == startup.Span.File
                    )
            )
                .Append(migration)
                .DistinctBy(command => command.Span)
                .OrderBy(command => command.Span.Start),
        ];

    /// <summary>The text stops at the failure, asks for it, tries again, or does something else instead.</summary>
    private static bool IsNoticed(ShellCommand migration, List<ShellCommand> text) =>
        migration.IsBackground
        || (!migration.FailureIsMasked && (migration.StopsOnError || migration.IsCondition || migration.HasFallback))
        || migration.Loop is not null
        || migration is { IsTested: true, FailureIsMasked: false } && !text.Exists(command => IsJoined(command, migration, text))
        || text.Exists(command =>
            command.Program == "trap" || command.Words.Any(word => word.Raw.Contains("$?", StringComparison.Ordinal))
        );

    /// <summary>What is joined by <c>&amp;&amp;</c> to the migration is skipped with it, and the line after that runs.</summary>
    private static bool IsJoined(ShellCommand command, ShellCommand migration, List<ShellCommand> text) =>
        text.IndexOf(command) is var at && at > 0 && text[at - 1].Span == migration.Span && command.Joint == "&&";

    /// <summary>The last command, where a new line or a semicolon between leads there after a failure.</summary>
    private static ShellCommand? Next(ShellCommand migration, List<ShellCommand> text)
    {
        var after = text.FindAll(command => command.Span.Start > migration.Span.Start && command.Function == migration.Function);
        return
            after.Count > 0
            && (migration.FailureIsMasked || after.Exists(command => command.Joint == ";"))
            && after[^1] is { Program: not ("exit" or "echo" or "true") } last
            && Migrations([last]).FirstOrDefault() is null
            && !after.Exists(command => command.Program is "exit" or "return" && command.Joint == "||")
            ? last
            : null;
    }
}
