using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Two services of a compose project build an image with the same name.</summary>
internal sealed class ImageOfTwoBuilds : Rule<BuiltImageName>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/image-of-two-builds",
            Title = "Duplicate image name",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "A name refers to one image: a service runs the build of another, or the build fails because the name exists.",
            Holds = "One build uses the name.",
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
                    $"{Names(subject)} each build {From(first)} as `{subject.Name}` at the same time: the first build on a machine may fail with `already exists`."
                )
                .As(Severity.Low)
                .Remedy($"Keep `build` only in {first.Name}, and remove it from the others: they still run `{subject.Name}`.")
            : Warn(
                    place,
                    $"{first.Name} builds {From(first)} and {other.Name} builds {From(other)}{(From(first) == From(other) ? " with other arguments" : "")}, both as `{subject.Name}`: the last build runs in both."
                )
                .Remedy(
                    $"Use separate image names: change {first.Name} in {first.Reference?.Span ?? first.Span}, or {other.Name} in {place}."
                );
        yield return verdict.Related(first.Reference?.Span).Related(first.Span).Related(other.Span).VerifyOneGone();
    }

    private static string Names(BuiltImageName subject) => NameList.Of([.. subject.Builders.Select(builder => builder.Name)], most: 5);

    private static string From(Workload workload) =>
        workload.Image is not { } image ? ""
        : image.Build.Target is { } target ? $"{image.Dockerfile.File.Path} (target {target.Value})"
        : image.Dockerfile.File.Path;
}
