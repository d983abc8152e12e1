using System.Collections.Frozen;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// A FAIL is for rules that strangers read against real trees fifteen times or more and refuted in one case of twenty at most. What any other rule of ours calls a failure is likely right, not certainly:
/// it warns, and is as bad as it would be (docs/decisions/0007-a-rule-earns-its-fail.md). Rules of the user's own, and of other tools, say what they say.
/// </summary>
public static class EarnedFailures
{
    /// <summary>Rules with such a record in tests/Seaworthy.Corpus/readings.tsv, and four whose kinds differ too much for one.</summary>
    public static FrozenSet<string> Earned { get; } =
        FrozenSet.Create(
            StringComparer.Ordinal,
            [
                "containers/image-not-published",
                "containers/package-not-in-release",
                // These two: what compose, docker build, GitHub and the readers of JSON and TOML refuse; other tools take more than is known here (FileTool.MayTakeMore).
                "files/duplicate-key",
                "files/invalid-file",
                "observability/scrape-of-other-protocol",
                "orchestration/data-store-without-volume",
                "orchestration/removed-api-version",
                "pipelines/job-never-runs",
                "pipelines/job-reference-unknown",
                "pipelines/retired-action",
                "pipelines/retired-runner",
                // Where npm runs it, alone.
                "pipelines/script-missing",
                "pipelines/step-reference-unknown",
                // What its issuer's form tells, an address with a password, and a key whose certificate holds; any other key, and what a name promises, warns.
                "secrets/committed-secret",
            ]
        );

    private static readonly FrozenSet<string> Unproven = AllRules
        .List.Select(rule => rule.Info.Id)
        .Where(id => !Earned.Contains(id))
        .ToFrozenSet(StringComparer.Ordinal);

    public static Verdict Weigh(Verdict verdict) =>
        verdict is { Outcome: Outcome.Fail, Rule.Tool: null }
        && (verdict.Confidence != Confidence.High || Unproven.Contains(verdict.Rule.Id))
            ? verdict with
            {
                Outcome = Outcome.Warn,
            }
            : verdict;
}
