using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A migration history with more than one head.</summary>
internal sealed class SeveralHeads : Rule<MigrationHistory>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/several-heads",
            Title = "Multiple migration heads",
            Area = Area.Migrations,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The tool cannot tell which migration is the last and does not update the schema.",
            Holds = "The history has one head.",
        };

    public override IEnumerable<MigrationHistory> Subjects(Deployment deployment) =>
        deployment.Migrations.Where(history => history.Heads.Count > 0);

    protected override Subject Identify(MigrationHistory subject) => new(subject.Directory, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(MigrationHistory subject, Deployment deployment)
    {
        // Each missing parent, which another rule reports, may follow one of the heads.
        if (subject.Heads.Count - subject.MissingParents.Count < 2)
        {
            yield break;
        }

        var heads = subject.Heads;
        var names = string.Join(", ", heads.Take(4).Select(head => head.Id)) + (heads.Count > 4 ? "…" : "");
        var refusal = subject.RunBy.FirstOrDefault(run =>
            (subject.Tool == MigrationTool.Django && run.Value.Contains("migrate", StringComparison.Ordinal))
            || run.Value.TrimEnd().EndsWith("upgrade head", StringComparison.Ordinal)
        );
        var message = $"{subject.Directory} has {heads.Count} migration heads ({names})";
        var verdict =
            subject.LeftOutBy is { } other
                ? Warn(
                        heads[0].IdSpan,
                        $"{message}. {MigrationToolTitle.Of(subject.Tool)} does not read it yet: {other} names another directory."
                    )
                    .As(Severity.Low)
            : refusal is null ? Warn(heads[0].IdSpan, $"{message}, so `alembic upgrade head` fails.").As(Severity.Medium)
            : Fail(heads[0].IdSpan, $"{message}, so `{refusal.Value}` fails.");
        yield return verdict
            .Related(heads.Skip(1).Select(head => head.IdSpan), "the other head")
            .Related(refusal?.Span, "runs them")
            .Remedy(
                subject.Tool == MigrationTool.Django
                    ? "Run `python manage.py makemigrations --merge`."
                    : "Run `alembic merge heads`, and commit the merge."
            )
            .Verify(
                subject.Tool == MigrationTool.Django
                    ? (CommandText)$"python manage.py makemigrations --check --dry-run"
                    : $"alembic heads   # must print one"
            );
    }
}
