using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>A parsed configuration file: its documents and its faults. A broken file keeps everything before the fault.</summary>
internal sealed record NodeFile(IReadOnlyList<Node> Documents, IReadOnlyList<Problem> Problems)
{
    public static NodeFile Empty { get; } = new([], []);

    /// <summary>The first document.</summary>
    public Node? Root => Documents is [var first, ..] ? first : null;

    /// <summary>Comments, for suppressions and generator marks.</summary>
    public IReadOnlyList<Fact<string>> Comments { get; init; } = [];

    /// <summary>Held template actions (<c>{{ … }}</c>) that make it no file of its format until it is rendered; values may hold them still.</summary>
    public bool HasTemplateActions { get; init; }
}
