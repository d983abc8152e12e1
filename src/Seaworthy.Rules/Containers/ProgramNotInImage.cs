using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A build, a container or its start script calls a program that the base image does not hold and that nothing installs.</summary>
internal sealed class ProgramNotInImage : Rule<ProgramUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/program-not-in-image",
            Title = "Missing program in image",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The call fails with \"not found\": the build stops, or the start script exits or waits forever.",
            Holds = "The image has the program that is called.",
        };

    // Of two calls in one place the first one fails.
    public override IEnumerable<ProgramUse> Subjects(Deployment deployment) =>
        deployment
            .All<ProgramUse>()
            .Where(use => use.Answer.Presence != Presence.Unknown)
            .OrderBy(use => use.Answer.Presence == Presence.Absent && (use.IsAwaited || use.IsDemanded) ? 0 : 1)
            .DistinctBy(use => new { use.Subject, use.Program });

    protected override Subject Identify(ProgramUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(ProgramUse subject, Deployment deployment)
    {
        if (subject.Answer.Presence != Presence.Absent)
        {
            yield break;
        }

        var what = subject.StartedAt is null
            ? $"{subject.Subject} calls `{subject.Program}`, but `{subject.Base}` does not have it and nothing installs it"
            : $"{subject.Subject} calls `{subject.Program}`, but its image, built on `{subject.Base}`, does not have it and nothing installs it";
        yield return (
            subject.IsAwaited ? Fail(subject.Span, what + ": its loop never ends, and the application never starts.")
            : !subject.IsDemanded ? Warn(subject.Span, what + ".").As(Severity.Medium)
            : subject.IsStart ? Fail(subject.Span, what + ": the container exits.")
            : subject.StartedAt is null ? Fail(subject.Span, what + ": the build fails.")
            : Fail(subject.Span, what + ": the script exits, and the application never starts.")
        ).Related(subject.StartedAt).Related(subject.BaseAt).Remedy($"Install the package with {subject.Program} in the image{(subject.BaseAt is { } place ? $" ({place})" : "")}, or use a base image that has it.").Verify(subject.StartedAt is null && !subject.IsStart ? BuiltImage.Build(subject.Span.File.Path, deployment) : TreeCheck.GoneOr(subject.Span, $"docker run --rm --entrypoint which {BuiltImage.Built(subject.StartedAt?.File.Path ?? subject.Span.File.Path, deployment)} {subject.Program}"));
    }
}
