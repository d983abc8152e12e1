using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>A program that is not root makes a file in a directory of root.</summary>
internal sealed class StateNotWritable : Rule<OwnState>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/state-not-writable",
            Title = "Working directory owned by root",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "WORKDIR makes the directory for root, and COPY --chown leaves the owner of a directory that is there: the program exits with `Permission denied`.",
            Holds = "The user of the process may write where the program keeps its state.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<OwnState>(OwnStates.Link)];

    public override IEnumerable<OwnState> Subjects(Deployment deployment) => deployment.All<OwnState>();

    protected override Subject Identify(OwnState subject) => new($"{subject.Subject}: {subject.File}", subject.Span);

    protected override IEnumerable<Verdict> Check(OwnState subject, Deployment deployment)
    {
        if (subject.GivenBy is not null)
        {
            yield break;
        }

        var message =
            $"{subject.Subject} runs as `{subject.User.Value}`, and {subject.Maker} writes {subject.File}, but {subject.Directory} belongs to root";
        if (subject.UndecidedBecause is { } why)
        {
            yield return Unknown(subject.Span, $"{message}, unless something changes the owner: {why}.");
            yield break;
        }

        yield return Fail(subject.Span, $"{message}.")
            .Related(subject.User.Span, "not root")
            .Related(subject.Image.Final.Declared.Workdir?.Span, "made for root")
            .Remedy(
                $"Add `RUN chown {subject.User.Value.Split(':')[0]} {subject.Directory}` to {subject.Image.Dockerfile.File.Path}, before USER, or let {subject.Maker} write to a directory of that user."
            )
            .Verify(
                $"docker run --rm --entrypoint stat {BuiltImage.Built(subject.Image)} -c %U {subject.Directory}   # must print {subject.User.Value.Split(':')[0]}"
            );
    }
}
