using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Expressions;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>The pieces that all readers of workflows take from the tree.</summary>
internal static class WorkflowNodes
{
    /// <summary>A scalar as a template; null for anything else.</summary>
    public static ExpressionTemplate? Template(this Node? node) =>
        node is ScalarNode { IsNull: false } scalar ? ExpressionTemplateParser.Parse(scalar, []) : null;

    public static Condition? Condition(this Node? node) =>
        node is ScalarNode { IsNull: false } scalar && scalar.Value.Trim().Length > 0
            ? ExpressionTemplateParser.ParseCondition(scalar, [])
            : null;

    /// <summary>One text or a list of texts; null when the key is absent.</summary>
    public static IReadOnlyList<Fact<string>>? Texts(this Node? node) =>
        node switch
        {
            null => null,
            ScalarNode scalar => scalar.Fact is { } fact ? [fact] : [],
            _ => [.. node.Items.Select(item => item.Fact).OfType<Fact<string>>()],
        };

    /// <summary>One template or a list of templates.</summary>
    public static IReadOnlyList<ExpressionTemplate> Templates(this Node? node) =>
        node is ScalarNode
            ? node.Template() is { } only
                ? [only]
                : []
            : [.. (node?.Items ?? []).Select(item => item.Template()).OfType<ExpressionTemplate>()];

    /// <summary>A mapping's scalars under their names; an empty value is the empty text.</summary>
    public static IReadOnlyList<NamedTemplate> Named(this Node? node)
    {
        List<NamedTemplate> found = [];
        foreach (var entry in node?.Entries ?? [])
        {
            if (entry.Value is ScalarNode scalar)
            {
                var value = scalar.Template() ?? new ExpressionTemplate("", [new ExpressionPart("")], entry.KeySpan);
                found.Add(new NamedTemplate(entry.Key, value, entry.KeySpan));
            }
        }

        return found;
    }
}
