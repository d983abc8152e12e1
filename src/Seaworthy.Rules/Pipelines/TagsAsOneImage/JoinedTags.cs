using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The tags of <c>docker/metadata-action</c>, a line for each, that steps take for the name of one image.</summary>
/// <param name="TagsAt">Where the action is told which tags to make.</param>
/// <param name="Lines">The lines of it that each give a tag on every push to a branch.</param>
/// <param name="Uses">Every place that puts them where one name belongs.</param>
internal sealed record JoinedTags(string Workflow, SourceSpan TagsAt, IReadOnlyList<string> Lines, IReadOnlyList<JoinedTagsUse> Uses);
