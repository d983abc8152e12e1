using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Two services of a compose project build an image of the same name.</summary>
internal sealed class ImageOfTwoBuilds : Rule<BuiltImageName>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/image-of-two-builds",
            Title = "Two builds of one name",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A name leads to one image: a service runs what was built for another one, or the build ends because the name exists already.",
            Holds = "The name is given to one build.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<BuiltImageName>(BuiltImageNames.Link)];

    public override IEnumerable<BuiltImageName> Subjects(Deployment deployment) => deployment.All<BuiltImageName>();

    protected override Subject Identify(BuiltImageName subject) => new(subject.Name, subject.Builders[0].Span);

    protected override IEnumerable<Verdict> Check(BuiltImageName subject, Deployment deployment)
    {
        if (subject.Builders is not [var first, var second, ..])
        {
            yield break;
        }

        var other = subject.Other ?? second;
        var place = other.Reference?.Span ?? other.Span;
        var verdict = subject.Other is null
            ? Warn(
                    place,
                    $"{Names(subject)} each build {From(first)} as {subject.Name}: where no such image is yet, Compose exports both at once, and the build may end with `already exists`."
                )
                .As(Severity.Low)
                .Remedy($"Leave `build` to {first.Name}, and take it out of the others: they run {subject.Name} all the same.")
            : Warn(
                    place,
                    $"{first.Name} is built from {From(first)} and {other.Name} from {From(other)}{(From(first) == From(other) ? " with other arguments" : "")}, both as {subject.Name}: whichever is built last runs in both."
                )
                .Remedy(
                    $"Give each an image name of its own: {first.Name} in {first.Reference?.Span ?? first.Span}, or {other.Name} in {place}."
                );
        yield return verdict.Related(first.Reference?.Span).Related(first.Span).Related(other.Span).VerifyOneGone();
    }

    private static string Names(BuiltImageName subject) => NameList.Of([.. subject.Builders.Select(builder => builder.Name)], most: 5);

    private static string From(Workload workload) =>
        workload.Image is not { } image ? ""
        : image.Build.Target is { } target ? $"{image.Dockerfile.File.Path} (target {target.Value})"
        : image.Dockerfile.File.Path;
}
