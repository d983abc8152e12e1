using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Workflows;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads <c>include</c>: a path, or one of several kinds of place.</summary>
internal static class GitLabIncludes
{
    private static readonly string[] Kinds = ["local", "file", "remote", "template", "component"];

    public static IReadOnlyList<GitLabInclude> Read(Node? node) =>
        node switch
        {
            null => [],
            SequenceNode sequence => [.. sequence.Elements.SelectMany(One)],
            _ => [.. One(node)],
        };

    // A bare text is a path of this repository, or an address.
    private static IEnumerable<GitLabInclude> One(Node node) =>
        node.Fact is { } text
            ? [new GitLabInclude(text.Value.Contains("://", StringComparison.Ordinal) ? "remote" : "local", text)]
            : Kinds.SelectMany(kind => (node[kind].Texts() ?? []).Select(place => new GitLabInclude(kind, place)));
}
