using Seaworthy.Model;

namespace Seaworthy.Rules.Migrations;

/// <summary>A migration creates an extension that is not in the database image.</summary>
internal sealed class ExtensionNotInImage : Rule<ExtensionUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/extension-not-in-image",
            Title = "Missing PostgreSQL extension",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The migration fails on a fresh database, and so does every deployment that waits for it.",
            Holds = "The database image contains the extension.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<ExtensionUse>(ExtensionLinker.Link)];

    public override IEnumerable<ExtensionUse> Subjects(Deployment deployment) =>
        deployment.All<ExtensionUse>().DistinctBy(use => new { Extension = use.Extension.Value.ToUpperInvariant(), use.Store.Span });

    protected override Subject Identify(ExtensionUse subject) =>
        new($"{subject.Extension.Value} in {subject.Store.Name}", subject.Store.Reference?.Span ?? subject.Store.Span);

    protected override IEnumerable<Verdict> Check(ExtensionUse subject, Deployment deployment)
    {
        if (subject.HeldBy is { } image)
        {
            var place = subject.Store.Reference?.Span ?? subject.Store.Span;
            yield return Fail(
                    place,
                    $"`{subject.Store.Reference?.Value.Text}` of {subject.Store.Name} does not contain the extension `{subject.Extension.Value}`: `CREATE EXTENSION` fails."
                )
                .Related(subject.Extension.Span, "created here")
                .Remedy($"Use `{image}` with the same PostgreSQL version in {place}.")
                .Verify(
                    $"{TargetCommand.Compose(subject.Store, deployment)} run --rm {subject.Store.Name} sh -c 'ls $(pg_config --sharedir)/extension/{subject.Extension.Value}.control'"
                );
        }
    }
}
