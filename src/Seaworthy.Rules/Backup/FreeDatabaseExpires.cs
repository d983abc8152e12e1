using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Platforms;

namespace Seaworthy.Rules.Backup;

/// <summary>A Blueprint keeps its data in a free PostgreSQL database, which Render deletes.</summary>
/// <remarks>Source: Render documentation, "Deploy for Free", "Free Render Postgres", "Database limitations".</remarks>
internal sealed class FreeDatabaseExpires : Rule<RenderDatabase>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "backup/free-database-expires",
            Title = "Expiring free database",
            Area = Area.Backup,
            Severity = Severity.High,
            Rationale =
                "The application loses its database after 30 days, and 14 days later Render deletes the data. A free database has no backups.",
            Holds = "The plan of the database does not expire.",
        };

    public override IEnumerable<RenderDatabase> Subjects(Deployment deployment) =>
        deployment.Of<RenderBlueprint>().SelectMany(blueprint => blueprint.Databases);

    protected override Subject Identify(RenderDatabase subject) => new(subject.Name.Value, subject.Name.Span);

    protected override IEnumerable<Verdict> Check(RenderDatabase subject, Deployment deployment)
    {
        if (subject.Plan is { Value: "free" } plan)
        {
            yield return Warn(
                    plan.Span,
                    $"The database `{subject.Name.Value}` has `plan: free`: it expires 30 days after its creation, and Render deletes it."
                )
                .As(IsRead(subject, deployment) ? Severity.High : Severity.Low)
                .Related(subject.Name.Span)
                .Remedy($"Change {plan.Span} to a paid plan such as `basic-256mb`, or use a database elsewhere that is kept.")
                .VerifyGone();
        }
    }

    /// <summary>No source is known, or some of it reads a variable that the database fills.</summary>
    private static bool IsRead(RenderDatabase database, Deployment deployment)
    {
        var filled = deployment
            .Of<RenderBlueprint>()
            .SelectMany(blueprint => blueprint.Services)
            .SelectMany(service => service.EnvVars)
            .Where(variable => variable.Reference?.Value == database.Name.Value)
            .Select(variable => variable.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        var code = deployment.Of<CodeFile>().Where(file => !file.IsTest).ToList();
        return code.Count == 0
            || filled.Count == 0
            || code.Any(file => file.EnvironmentReads.Any(read => filled.Contains(read.Name)))
            || deployment.Migrations.Count > 0;
    }
}
