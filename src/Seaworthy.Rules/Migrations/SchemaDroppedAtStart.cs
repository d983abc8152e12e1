using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A program drops the tables of its database and makes them anew whenever it starts, where people keep data.</summary>
internal sealed class SchemaDroppedAtStart : Rule<SchemaAtStart>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/schema-dropped-at-start",
            Title = "Schema that every start drops and makes anew",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Every deployment, every crash and every second replica empties the database: nothing of it can be brought back but from a backup.",
            Holds = "No program that runs for users drops its tables as it starts.",
        };

    // Where nobody keeps anything, a fresh database is what one wants.
    public override IEnumerable<SchemaAtStart> Subjects(Deployment deployment) =>
        deployment
            .All<SchemaAtStart>()
            .Where(reset =>
                reset.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
                && !reset.Profiles.Any(ProfileNames.IsForDevelopment)
            )
            .DistinctBy(reset => new { reset.Span, reset.RunBy });

    protected override Subject Identify(SchemaAtStart subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(SchemaAtStart subject, Deployment deployment)
    {
        if (!subject.Drops)
        {
            yield break;
        }

        var profile = subject.Profiles.Count > 0 ? $" with the profile {string.Join(", ", subject.Profiles)} and" : " with";
        var message =
            $"{subject.Subject} runs{profile} ddl-auto {subject.Mode}: every start drops the tables of its database and makes them anew, empty.";
        var isProduction = subject.Environment == TargetEnvironment.Production || subject.Profiles.Any(ProfileNames.IsForProduction);
        yield return (
            isProduction && subject.UndecidedBecause is null ? Fail(subject.Span, message) : Warn(subject.Span, message).As(Severity.High)
        )
            .Related(subject.RunBy, "runs it")
            .Remedy($"Set `validate` (or `none`) in {subject.Span}, and change the schema by migrations (Flyway, Liquibase).")
            .VerifyGone();
    }
}
