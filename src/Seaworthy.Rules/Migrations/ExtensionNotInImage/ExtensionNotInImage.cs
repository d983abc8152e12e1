using Seaworthy.Model;

namespace Seaworthy.Rules.Migrations;

/// <summary>A migration creates an extension that the image of the database does not hold.</summary>
internal sealed class ExtensionNotInImage : Rule<ExtensionUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/extension-not-in-image",
            Title = "Extension that the image of the database does not hold",
            Area = Area.Migrations,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The first migration on a fresh database stops, and with it every deployment that waits for it.",
            Holds = "The image of the database holds the extension.",
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
                    $"{subject.Store.Name} runs {subject.Store.Reference?.Value.Text}, which does not hold the extension {subject.Extension.Value}: `extension \"{subject.Extension.Value}\" is not available`."
                )
                .Related(subject.Extension.Span, "created here")
                .Remedy($"Run {image} in the same version of PostgreSQL, in {place}.")
                .Verify(
                    $"{TargetCommand.Compose(subject.Store, deployment)} run --rm {subject.Store.Name} sh -c 'ls $(pg_config --sharedir)/extension/{subject.Extension.Value}.control'"
                );
        }
    }
}
