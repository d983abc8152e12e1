using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>A sequence.</summary>
internal sealed record SequenceNode(IReadOnlyList<Node> Elements, SourceSpan Span) : Node(Span);
