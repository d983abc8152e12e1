using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Two builds of one workflow push different images under the same name as <c>latest</c>.</summary>
/// <remarks>Source: docker/metadata-action, README, "flavor input": <c>latest=auto</c> adds it to versions; a suffix of a line does not change it.</remarks>
internal sealed class LatestOfTwoBuilds : Rule<LatestOfTwoBuilds.Pair>
{
    private static readonly string[] Deciding = ["context", "file", "target", "build-args"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "latest-of-two-builds",
            "Variant overwrites latest tag",
            Severity.High,
            "Who pulls `latest` gets whichever image was pushed last: the variant in place of the main image, or either by chance.",
            "Only one build has the tag `latest` of a name.",
            Certainty.Likely
        );

    public override IEnumerable<Pair> Subjects(Deployment deployment) =>
        from ofWorkflow in TaggedPush.All(deployment).GroupBy(push => push.Workflow)
        let pushes = ofWorkflow.ToList()
        from first in pushes
        from second in pushes
        where first.Step.Span.Start < second.Step.Span.Start && AreOfOneName(first, second) && DifferingIn(first, second) is not null
        select new Pair(first, second);

    protected override Subject Identify(Pair subject) =>
        new($"{subject.First.Workflow.File.Name}: {subject.Second.Job.Id}", subject.Second.Rules.Span);

    protected override IEnumerable<Verdict> Check(Pair subject, Deployment deployment)
    {
        var (first, second) = subject;
        if (
            TagStart.Of(first.Workflow).FirstOrDefault(start => HasLatest(first, start) && HasLatest(second, start)) is not { } common
            || DifferingIn(first, second) is not { } differing
        )
        {
            yield break;
        }

        var byFlavor = !Lines(second).Any(rule => rule.IsLatest);
        var why = byFlavor ? " docker/metadata-action adds the tag by itself." : "";
        yield return Fail(
                second.Rules.Span,
                $"{second.Workflow.File.Name}: {second.Job.Id} pushes images of different `{differing}` under one name as `latest` at {common.Name}.{why}"
            )
            .Related(first.Rules.Span, "gives `latest`, too")
            .Related(second.Step.Span, "pushes here")
            .Remedy(
                byFlavor
                    ? $"Add `flavor: latest=false` to the step at {second.Metadata.Span}."
                    : $"Remove `latest` from the tags in {second.Rules.Span}, or give them a suffix."
            )
            .Verify($"git grep -nE {"latest=false|onlatest=true"} -- {second.Workflow.File.Path}");
    }

    private static IEnumerable<TagRule> Lines(TaggedPush push) => push.Rules.Lines.Select(line => new TagRule(line, push.Rules));

    /// <summary>It certainly pushes then, and one of its tags is the plain <c>latest</c>.</summary>
    private static bool HasLatest(TaggedPush push, TagStart start)
    {
        var flavor = push.Metadata.Input("flavor")?.Raw ?? "";
        var rules = Lines(push).ToList();
        return push.Runs(start) == true
            && !flavor.Contains("onlatest", StringComparison.Ordinal)
            && (
                rules.Exists(rule => rule is { IsLatest: true, HasAffix: false } && rule.Gives(start) == true)
                || !flavor.Contains("latest=", StringComparison.Ordinal)
                    && start.IsTag
                    && rules.Exists(rule => rule is { TakesLatest: true, HasOwnLatest: false } && rule.Gives(start) != false)
            );
    }

    private static bool AreOfOneName(TaggedPush first, TaggedPush second) =>
        !ReferenceEquals(first.Metadata, second.Metadata)
        && first.Images is { Length: > 0 } images
        && images == second.Images
        && !images.Contains('*', StringComparison.Ordinal);

    private static string? DifferingIn(TaggedPush first, TaggedPush second) =>
        Array.Find(Deciding, input => first.Step.Input(input)?.Raw.Trim() != second.Step.Input(input)?.Raw.Trim());

    /// <summary>Two pushes of different builds under one name.</summary>
    internal sealed record Pair(TaggedPush First, TaggedPush Second);
}
