using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Migrations;

/// <summary>A container resets its database each time it starts.</summary>
internal sealed class ResetAtStart : Rule<Startup>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/reset-at-start",
            Title = "Database reset at startup",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Every deployment, crash or move to another machine restarts the container and deletes data.",
            Holds = "Startup commands that change the schema keep the data.",
        };

    public override IEnumerable<Startup> Subjects(Deployment deployment) => deployment.Startups.Where(startup => Migrations(startup).Any());

    protected override Subject Identify(Startup subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(Startup subject, Deployment deployment)
    {
        // The entry script ignores the command and starts something else, which another rule reports.
        if (subject.Workload is { } workload && EntryScript.Kept(workload, deployment) is not null)
        {
            yield break;
        }

        var migrations = Migrations(subject).ToList();
        if (migrations.Find(IsReset) is { } reset)
        {
            var message = $"{subject.Subject} runs `{reset.Command.Text}` at every start, which empties the database.";
            yield return (
                subject.IsForDevelopment || reset.Command.IsConditional
                    ? Warn(subject.Span, message).As(Severity.Medium)
                    : Fail(subject.Span, message)
            )
                .Related(reset.Command.Span.File == subject.Span.File ? null : reset.Command.Span)
                .Remedy($"Replace the command in {reset.Command.Span} with one that only applies new migrations.")
                .Verify(TreeCheck.Gone(reset.Command.Span));
        }
        else if (migrations.Find(MayLose) is { } push)
        {
            yield return Warn(
                    subject.Span,
                    $"{subject.Subject} runs `{push.Command.Text}` at every start, which drops columns and tables that are no longer in the schema."
                )
                .As(subject.IsForDevelopment ? Severity.Low : Severity.High)
                .Related(push.Command.Span.File == subject.Span.File ? null : push.Command.Span)
                .Remedy($"Create migrations, and apply them with `prisma migrate deploy` in {push.Command.Span}.")
                .Verify(TreeCheck.Gone(push.Command.Span));
        }
    }

    private static IEnumerable<MigrationCommand> Migrations(Startup startup) =>
        startup.Programs.SelectMany(KnownCommand.Of).OfType<MigrationCommand>();

    private static bool IsReset(MigrationCommand command) => command.Verb == MigrationVerb.Reset || Has(command, "--force-reset");

    private static bool MayLose(MigrationCommand command) =>
        command is { Tool: "prisma", Verb: MigrationVerb.Push } && Has(command, "--accept-data-loss");

    private static bool Has(MigrationCommand command, string option) => command.Command.Words.Any(word => word.Literal == option);
}
