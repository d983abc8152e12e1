using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Workflows;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads <c>rules</c> of a job or of the workflow.</summary>
internal static class GitLabRules
{
    public static IReadOnlyList<GitLabRule>? Read(Node? node) => node is null ? null : [.. node.Items.OfType<MappingNode>().Select(Rule)];

    private static GitLabRule Rule(MappingNode node) =>
        new(node.Span)
        {
            If = node["if"]?.Fact,
            Changes = (node.At("changes", "paths") ?? node["changes"]).Texts(),
            Exists = (node.At("exists", "paths") ?? node["exists"]).Texts(),
            When = node["when"]?.Fact,
        };
}
