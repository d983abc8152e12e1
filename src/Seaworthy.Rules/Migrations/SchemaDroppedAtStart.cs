using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A deployed program drops and recreates the tables of its database whenever it starts.</summary>
internal sealed class SchemaDroppedAtStart : Rule<SchemaAtStart>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/schema-dropped-at-start",
            Title = "Schema dropped at startup",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Every deployment, crash and additional replica empties the database, and only a backup can restore it.",
            Holds = "No deployed program drops its tables at startup.",
        };

    public override IEnumerable<SchemaAtStart> Subjects(Deployment deployment) =>
        DeployedSchemas.Of(deployment).DistinctBy(schema => new { schema.Span, schema.RunBy });

    protected override Subject Identify(SchemaAtStart subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(SchemaAtStart subject, Deployment deployment)
    {
        if (subject.Action != SchemaAction.Drops)
        {
            yield break;
        }

        var profile = subject.Profiles.Count > 0 ? $" with profile {string.Join(", ", subject.Profiles)} and" : " with";
        var message = $"{subject.Subject} runs{profile} `{subject.Statement}`, so every start drops all tables and recreates them empty.";
        var isProduction = subject.Environment == TargetEnvironment.Production || subject.Profiles.Any(ProfileNames.IsForProduction);
        yield return (
            isProduction && subject.UndecidedBecause is null ? Fail(subject.Span, message) : Warn(subject.Span, message).As(Severity.High)
        )
            .Related(subject.RunBy, "runs it")
            .Remedy(
                subject.Component is null
                    ? $"Set `validate` or `none` in {subject.Span}, and change the schema with migrations (Flyway, Liquibase)."
                    : $"Delete `{subject.Statement}` in {subject.Span}, and change the schema with migrations."
            )
            .VerifyGone();
    }
}
