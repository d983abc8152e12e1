using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>An image that a workflow pushes under tags of <c>docker/metadata-action</c>, and uses under a tag with the full commit hash.</summary>
/// <param name="Image">Its name, a star for each part that differs from run to run.</param>
/// <param name="TagsAt">Where the tags of the action are configured.</param>
/// <param name="Uses">Every place that uses such a tag.</param>
internal sealed record CommitTag(string Workflow, string Image, SourceSpan TagsAt, IReadOnlyList<CommitTagUse> Uses)
{
    /// <summary>What the shortened tags begin with, in front of the first seven letters of the commit.</summary>
    public IReadOnlyList<string> ShortPrefixes { get; init; } = [];
}
