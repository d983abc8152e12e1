using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The tags of <c>docker/metadata-action</c>, a line for each, that steps use as the name of one image.</summary>
/// <param name="TagsAt">Where the tags of the action are configured.</param>
/// <param name="Lines">Its lines that make a tag on every push to a branch.</param>
/// <param name="Uses">Every place that uses them as one name.</param>
internal sealed record JoinedTags(string Workflow, SourceSpan TagsAt, IReadOnlyList<string> Lines, IReadOnlyList<JoinedTagsUse> Uses);
