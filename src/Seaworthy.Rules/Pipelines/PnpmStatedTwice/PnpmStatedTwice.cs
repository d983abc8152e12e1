using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step sets another version of pnpm than the manifest that its action also reads.</summary>
internal sealed class PnpmStatedTwice : Rule<PnpmSetup>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "pnpm-stated-twice",
            "Conflicting pnpm versions",
            Severity.High,
            "pnpm/action-setup stops with `Multiple versions of pnpm specified`: nothing is installed, built or tested.",
            "The pnpm version is set in one place, or with the same text in both."
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
                $"{subject.Subject} sets pnpm `{version.Value}`, but {subject.Stated.Span.File.Path} sets `{stated}`: `{subject.Uses.Raw}` accepts only identical text."
            )
            .Related(subject.Stated.Span)
            .Remedy($"Delete `version` in {version.Span}: the action reads the version from {subject.Stated.Span.File.Path}.")
            .VerifyGone();
    }
}
