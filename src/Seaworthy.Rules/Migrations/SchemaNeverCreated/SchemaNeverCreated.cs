using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Migrations;

/// <summary>A program has models of its tables and a database server beside it, and nothing in the repository creates the tables there.</summary>
/// <remarks>Sources: SQLAlchemy documentation, "Working with Database Metadata", "Emitting DDL to the Database"; TypeORM documentation, "Data Source Options", synchronize.</remarks>
internal sealed class SchemaNeverCreated : Rule<SchemaNeed>
{
    private const int MostNames = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/schema-never-created",
            Title = "Schema never created",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The database of a new deployment stays empty: the program starts, and each request that needs a table fails with \"relation does not exist\".",
            Holds = "A program, migration or script creates the tables of the models.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<SchemaNeed>(SchemaNeeds.Link)];

    public override IEnumerable<SchemaNeed> Subjects(Deployment deployment) => deployment.All<SchemaNeed>();

    protected override Subject Identify(SchemaNeed subject) => new(subject.Component.Title, subject.Model.Span);

    protected override IEnumerable<Verdict> Check(SchemaNeed subject, Deployment deployment)
    {
        if (subject.IsMet)
        {
            yield break;
        }

        var (workload, store) = (subject.Workload.Name, subject.Store.Name);
        yield return subject switch
        {
            { Creators: [var call, ..], IsOfMain: true } => Fail(
                    call,
                    $"{workload} imports {call.File.Path}, so `create_all` below `__main__` never runs, and the tables are never created in {store}."
                )
                .Related(Started(subject), "imports it")
                .Remedy($"Move the call at {call} out of the `__main__` block, to where {call.File.Path} makes the application.")
                .VerifyGone(),
            { Creators: [var call, ..] } => Fail(
                    call,
                    $"Nothing runs {NameList.Of([.. subject.Creators.Select(each => each.File.Path).Distinct()], MostNames)}, and nothing else creates the tables of {workload} in {store}."
                )
                .Related(subject.Creators.Skip(1), "nor this")
                .Related(Started(subject), "starts without it")
                .Remedy($"Run {call.File.Path} before the program: put it in front of the start command at {Started(subject)}.")
                .Verify($"git grep -nF {call.File.Name} -- {Started(subject).File.Path}   # must find the command"),
            _ => Fail(
                    subject.Model.Span,
                    $"Nothing creates the tables of {subject.Component.Title} in {store}: no migration, script or call does."
                )
                .Related(Started(subject), "starts on the empty database")
                .Related(subject.Store.Span, "starts empty")
                .Remedy($"Add migrations of the models, and run `{Command(subject)}` before the start command at {Started(subject)}.")
                .Verify($"git grep -nE {Tool(subject)} -- {Started(subject).File.Path}   # must find the command"),
        };
    }

    private static SourceSpan Started(SchemaNeed need) => need.Workload.Start?.Span ?? need.Workload.Span;

    private static string Command(SchemaNeed need) => need.Model.Value == "TypeORM" ? "typeorm migration:run" : "alembic upgrade head";

    private static string Tool(SchemaNeed need) => need.Model.Value == "TypeORM" ? "migration:run" : "alembic upgrade";
}
