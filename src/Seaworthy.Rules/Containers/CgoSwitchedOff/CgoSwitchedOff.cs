using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>A Go program imports a package that is C in part, and its Dockerfile compiles it without C.</summary>
internal sealed class CgoSwitchedOff : Rule<CgoNeed>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/cgo-switched-off",
            Title = "Cgo package without cgo",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Go leaves the C part out without a word when cgo is off, or stops at the first file that needs it.",
            Holds = "The program is compiled with the C parts of its packages.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<CgoNeed>(CgoNeeds.Link)];

    public override IEnumerable<CgoNeed> Subjects(Deployment deployment) => deployment.All<CgoNeed>();

    protected override Subject Identify(CgoNeed subject) => new(subject.Image.Name, subject.Build);

    protected override IEnumerable<Verdict> Check(CgoNeed subject, Deployment deployment)
    {
        if (subject.OffBecause is not { } off)
        {
            yield break;
        }

        var (module, dockerfile) = (subject.Import.Module, subject.Image.Dockerfile.File.Path);
        if (subject.UnknownBecause is { } why)
        {
            yield return Unknown(subject.Build, $"Unknown whether {dockerfile} compiles `{module}` whole ({off}): {why}.");
            yield break;
        }

        var end = subject.FailsWhenUsed ? "opening the database fails" : "the build fails";
        yield return LikelyFail(subject.Build, $"{dockerfile} compiles `{module}`, which needs cgo, but {off}: {end}.")
            .Related(subject.Import.Span, "imported here")
            .Remedy(
                $"Compile with `{subject.Install}` and `CGO_ENABLED=1` in {subject.Build}{(subject.FailsWhenUsed ? ", or use a driver in Go alone (`modernc.org/sqlite`, `github.com/glebarez/sqlite`)" : "")}."
            )
            .Verify(
                subject.FailsWhenUsed
                    ? $"git grep -nE 'CGO_ENABLED=1|modernc.org/sqlite|glebarez/sqlite'   # must find one that the build uses"
                    : BuiltImage.Build(dockerfile, deployment)
            );
    }
}
