using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A script that PostgreSQL runs at its first start creates the database that the image has created just before.</summary>
internal sealed class InitScriptRepeatsDatabase : Rule<CreatedDatabase>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/init-script-repeats-database",
            Title = "Init script that creates a database which is there",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale =
                "The image runs its scripts with ON_ERROR_STOP: the first start ends with `already exists`, and leaves half a volume behind.",
            Holds = "The script creates another database than the image does.",
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
                    $"{subject.Store.Name} has made the database {subject.Made} already when it runs {subject.Created.Span.File.Path}, which creates it again: its first start ends there."
                )
                .Related(subject.MadeAt ?? subject.Store.Span)
                .Remedy($"Take `CREATE DATABASE {subject.Made}` out of {subject.Created.Span}.")
                .VerifyGone();
        }
    }
}
