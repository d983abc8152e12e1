using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step states another version of pnpm than the manifest in which its action looks too.</summary>
internal sealed class PnpmStatedTwice : Rule<PnpmSetup>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "pnpm-stated-twice",
            "pnpm in two versions",
            Severity.High,
            "The action compares the two texts and stops the job when they differ: nothing is installed, built or tested.",
            "The version of pnpm is stated in one place, or with the same words in both."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<PnpmSetup>(PnpmSetups.Link)];

    public override IEnumerable<PnpmSetup> Subjects(Deployment deployment) => deployment.All<PnpmSetup>();

    protected override Subject Identify(PnpmSetup subject) => new(subject.Subject, subject.Uses.Span);

    protected override IEnumerable<Verdict> Check(PnpmSetup subject, Deployment deployment)
    {
        // A manifest for another manager: only the first release of version 4 minded.
        if (
            subject.Version is not { } version
            || !subject.Stated.Value.StartsWith("pnpm@", StringComparison.Ordinal)
            || subject.Stated.Value["pnpm@".Length..] == version.Value
        )
        {
            yield break;
        }

        var stated = subject.Stated.Value.Split('+') is [var before, _] ? before + "+…" : subject.Stated.Value;
        yield return Fail(
                version.Span,
                $"{subject.Subject} asks {subject.Uses.Raw} for pnpm {version.Value}, and {subject.Stated.Span.File.Path} says {stated}: the action stops with \"Multiple versions of pnpm specified\", since the two texts are not the same."
            )
            .Related(subject.Stated.Span)
            .Remedy($"Delete `version` in {version.Span}: the action takes the version of {subject.Stated.Span.File.Path}.")
            .VerifyGone();
    }
}
