using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image copies a jar that only a build on the machine before makes, and nothing in the repository tells of that build.</summary>
internal sealed class JarNotBuilt : Rule<JarCopy>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/jar-not-built",
            Title = "Jar not built",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A clone has no jar, so the build of the image stops at COPY; a working copy has one of some earlier day, which the image then runs.",
            Holds = "A stage, script, pipeline or document builds the jar before the image copies it.",
        };

    public override IEnumerable<JarCopy> Subjects(Deployment deployment) =>
        deployment.All<JarCopy>().DistinctBy(copy => new { copy.Span, copy.Path });

    protected override Subject Identify(JarCopy subject) => new($"{subject.Image.Name}: {subject.Path}", subject.Span);

    protected override IEnumerable<Verdict> Check(JarCopy subject, Deployment deployment)
    {
        if (subject.IsMade)
        {
            yield break;
        }

        yield return Warn(
                subject.Span,
                $"{subject.Image.Name} copies `{subject.Path}`, but no stage, script, pipeline or document runs `{subject.Command}` before: a build of a clone fails."
            )
            .Related(subject.Builder, "builds the image")
            .Related(subject.IgnoredBy, "git ignores it")
            .Remedy(
                $"Run `{subject.Command}` in a first stage of {subject.Span.File.Path} (`FROM … AS build`), and copy the jar from it with `COPY --from=build` in {subject.Span}."
            )
            .VerifyGone();
    }
}
