using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step uses a list of tags as the name of one image.</summary>
internal sealed class TagsAsOneImage : Rule<JoinedTags>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "tags-as-one-image",
            "Multiple tags as image name",
            Severity.High,
            "The list has one line per tag: no image has such a name, and in a script the second line is a separate command.",
            "Every image name is a single name."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<JoinedTags>(JoinedTagsLinker.Link)];

    public override IEnumerable<JoinedTags> Subjects(Deployment deployment) => deployment.All<JoinedTags>();

    protected override Subject Identify(JoinedTags subject) => new($"{subject.Workflow}: {subject.Uses[0].Job}", subject.TagsAt);

    protected override IEnumerable<Verdict> Check(JoinedTags subject, Deployment deployment)
    {
        var uses = subject.Uses.OrderBy(use => use.IsConditional ? 1 : 0).ToList();
        var first = uses[0];
        var message =
            $"{subject.Workflow}: {first.Job} passes all tags to {first.By} as one image name; a push to a branch makes at least {subject.Lines.Count} ({string.Join(" and ", subject.Lines.Select(line => $"`{line}`"))}).";
        yield return (first.IsConditional ? Warn(first.Span, message).As(Severity.Low) : Fail(first.Span, message))
            .Related(subject.TagsAt, "makes the tags")
            .Related(uses.Skip(1).Select(use => use.Span), "also here")
            .Remedy(
                $"Write one name in {first.Span}: the image with `:${{{{ steps.ID.outputs.version }}}}`, or with `@${{{{ steps.BUILD.outputs.digest }}}}` of the step that pushes it."
            )
            .VerifyGone();
    }
}
