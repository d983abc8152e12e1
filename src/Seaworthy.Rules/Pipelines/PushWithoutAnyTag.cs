using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step pushes an image at a start of its workflow at which <c>docker/metadata-action</c> gives no tag.</summary>
/// <remarks>Source: docker/build-push-action: without a tag buildx answers "tag is needed when pushing to registry".</remarks>
internal sealed class PushWithoutAnyTag : Rule<TaggedPush>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "push-without-any-tag",
            "Push without image tag",
            Severity.High,
            "The list of tags is empty, and the build fails with \"tag is needed when pushing to registry\": nothing is published.",
            "At each start that pushes, one of the tag rules gives a tag.",
            Certainty.Likely
        );

    public override IEnumerable<TaggedPush> Subjects(Deployment deployment) =>
        TaggedPush.All(deployment).Where(push => push.Workflow.Trigger("workflow_call") is null);

    protected override Subject Identify(TaggedPush subject) => new($"{subject.Workflow.File.Name}: {subject.Job.Id}", subject.Rules.Span);

    protected override IEnumerable<Verdict> Check(TaggedPush subject, Deployment deployment)
    {
        var rules = subject.Rules.Lines.Select(line => new TagRule(line, subject.Rules)).ToList();
        var empty = TagStart
            .Of(subject.Workflow)
            .Where(start => subject.Runs(start) == true && IsEmpty(rules, start))
            .OrderBy(start => IsSure(rules, start) ? 0 : 1)
            .ToList();
        if (empty is not [var first, ..])
        {
            yield break;
        }

        var message =
            $"{subject.Workflow.File.Name}: {subject.Job.Id} pushes an image at {first.Name}, but no line of `tags` gives a tag then.";
        var remedy =
            first.IsTag ? "type=ref,event=tag"
            : first.IsPullRequest ? "type=ref,event=pr"
            : "type=ref,event=branch";
        yield return (IsSure(rules, first) ? Fail(subject.Rules.Span, message) : Warn(subject.Rules.Span, message).As(Severity.Medium))
            .Related(subject.Step.Span, "pushes here")
            .Related(subject.Workflow.Trigger(first.Event)?.Span)
            .Remedy($"Add the line `{remedy}` to the tags in {subject.Rules.Span}, or let the step push only where there is a tag.")
            .Verify($"git grep -nF {remedy} -- {subject.Workflow.File.Path}");
    }

    private static bool IsSure(List<TagRule> rules, TagStart start) => !start.IsOneOfSeveral && !IsDoubtful(rules, start);

    private static bool IsEmpty(List<TagRule> rules, TagStart start) =>
        rules.TrueForAll(rule => rule.Gives(start) == false || IsDoubtful(rule, start));

    private static bool IsDoubtful(List<TagRule> rules, TagStart start) => rules.Exists(rule => IsDoubtful(rule, start));

    /// <summary>GitHub tells the branch of some pushed tags, most have none.</summary>
    private static bool IsDoubtful(TagRule rule, TagStart start) => start.IsTag && rule.IsForDefaultBranch && start.Event == "push";
}
