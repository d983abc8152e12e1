using Seaworthy.Model;

namespace Seaworthy.Rules.Documentation;

/// <summary>A command of a README names a file, script, target or service that the repository does not have. Each document is reported once.</summary>
internal sealed class DocumentedNameMissing : Rule<IReadOnlyList<DocumentedName>>
{
    private const int NamesShown = 4;
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "documentation/documented-name-missing",
            Title = "Broken command in documentation",
            Area = Area.Documentation,
            Severity = Severity.Medium,
            Rationale = "Readers of the document run into an error, at the first start or in the middle of an incident.",
            Holds = "Every name in the commands of the document exists.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<DocumentedName>(DocumentedNames.Link)];

    public override IEnumerable<IReadOnlyList<DocumentedName>> Subjects(Deployment deployment) =>
        deployment
            .All<DocumentedName>()
            .GroupBy(name => name.Span.File)
            .Select(same => same.OrderBy(name => name.IsThere ? 1 : 0).ThenBy(name => name.Span.Start).ToList());

    protected override Subject Identify(IReadOnlyList<DocumentedName> subject) => new(subject[0].Span.File.Path, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<DocumentedName> subject, Deployment deployment)
    {
        var missing = subject.Where(name => !name.IsThere).ToList();
        if (missing.Count == 0)
        {
            yield break;
        }

        var names = NameList.Of([.. missing.Select(Words)], NamesShown);
        var first = missing[0];
        yield return Warn(first.Span, $"Commands in {first.Span.File.Path} use names that are not in the repository: {names}.")
            // Newcomers follow the documents at the root.
            .As(first.Span.File.Directory.Length == 0 ? Info.Severity : Severity.Low)
            .Related(missing.Skip(1).Take(MostPlaces).Select(name => name.Span))
            .Remedy(
                first.Near is { } near
                    ? $"Write `{near}` in {first.Span}, if that is meant."
                    : $"Correct {first.Span}, or add {first.What} `{first.Name}`."
            )
            .VerifyGone();
    }

    private static string Words(DocumentedName name) => $"{name.What} `{name.Name}`{(name.Near is { } near ? $" (there is {near})" : "")}";
}
