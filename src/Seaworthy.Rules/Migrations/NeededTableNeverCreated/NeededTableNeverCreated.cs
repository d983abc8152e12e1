using Seaworthy.Model;

namespace Seaworthy.Rules.Migrations;

/// <summary>A program is set to keep something in a table that no migration creates.</summary>
internal sealed class NeededTableNeverCreated : Rule<NeededTable>
{
    private const int MostNames = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/needed-table-never-created",
            Title = "Missing database table",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The migrations succeed, and the first request that needs the table fails: the table exists only on the machine where it was made by hand.",
            Holds = "A migration or script creates the table.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<NeededTable>(NeededTables.Link)];

    public override IEnumerable<NeededTable> Subjects(Deployment deployment) => deployment.All<NeededTable>();

    protected override Subject Identify(NeededTable subject) => new($"{subject.Need}: {subject.Tables[0]}", subject.Span);

    protected override IEnumerable<Verdict> Check(NeededTable subject, Deployment deployment)
    {
        if (subject.Missing.Count == 0)
        {
            yield break;
        }

        var names = NameList.Of(
            [.. subject.Missing.Select(name => name.Contains(' ', StringComparison.Ordinal) ? name : $"`{name}`")],
            MostNames
        );
        var creator = subject.Directory is { } directory ? $"no migration in {directory} creates" : "nothing creates";
        var message = $"{subject.Need} needs {names}, which {creator}";
        if (subject.UndecidedBecause is { } why)
        {
            yield return Unknown(subject.Span, $"{message}; unknown whether something else does: {why}.");
            yield break;
        }

        yield return (
            subject.IsLenient
                ? Warn(subject.Span, $"{message}: {subject.Effect}.").As(Severity.Medium)
                : Fail(subject.Span, $"{message}: {subject.Effect}.")
        )
            .Related(subject.SetIn, "sets it")
            .Related(subject.RunBy, "runs the migrations")
            .Remedy(
                subject.Directory is null
                    ? $"Run `{subject.Maker}` in the deployment, beside the migrations."
                    : $"Run `{subject.Maker}`, and commit the migration that it makes in {subject.Directory}."
            )
            .Verify(
                subject.Directory is { } where && !subject.Missing[0].Contains(' ', StringComparison.Ordinal)
                    ? (CommandText)$"git grep -nwE {subject.Missing[0]} -- {where}   # must find the migration"
                    : $"git grep -n createcachetable   # must find the command"
            );
    }
}
