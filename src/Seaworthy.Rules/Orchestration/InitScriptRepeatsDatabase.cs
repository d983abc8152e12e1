using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A PostgreSQL init script creates the database that the image has already created.</summary>
internal sealed class InitScriptRepeatsDatabase : Rule<CreatedDatabase>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/init-script-repeats-database",
            Title = "Duplicate database in init script",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale =
                "The image runs init scripts with ON_ERROR_STOP: the first start fails with `already exists` and leaves a half-initialized volume.",
            Holds = "The script does not create the database of the image again.",
        };

    public override IEnumerable<CreatedDatabase> Subjects(Deployment deployment) =>
        deployment.All<CreatedDatabase>().DistinctBy(created => new { created.Created.Span, created.Made });

    protected override Subject Identify(CreatedDatabase subject) => new(subject.Store.Name, subject.Created.Span);

    protected override IEnumerable<Verdict> Check(CreatedDatabase subject, Deployment deployment)
    {
        if (subject.IsRepeated)
        {
            yield return Fail(
                    subject.Created.Span,
                    $"{subject.Created.Span.File.Path} creates the database `{subject.Made}`, which {subject.Store.Name} has already created: the first start fails."
                )
                .Related(subject.MadeAt ?? subject.Store.Span)
                .Remedy($"Remove `CREATE DATABASE {subject.Made}` from {subject.Created.Span}.")
                .VerifyGone();
        }
    }
}
