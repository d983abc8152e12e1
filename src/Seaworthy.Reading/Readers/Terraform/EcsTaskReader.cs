using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Terraform;

/// <summary>Reads task definitions of Amazon ECS that are kept as JSON beside the pipeline that registers them.</summary>
/// <remarks>Source: Amazon ECS documentation, "Task definition parameters".</remarks>
internal sealed class EcsTaskReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".json", StringComparison.Ordinal) && name.Contains("task", StringComparison.OrdinalIgnoreCase);
    }

    public override Artifact? Read(FileSyntax file) =>
        file.Json is { Root: MappingNode root } syntax && root["containerDefinitions"] is SequenceNode
            ? new EcsTaskDefinition(file.File, Object(root)) { Problems = syntax.Problems }
            : null;

    private static HclExpression.Object Object(MappingNode node) =>
        new(
            [.. node.Pairs.Select(pair => new HclItem(new HclExpression.Literal(pair.Key, true, pair.KeySpan), Expression(pair.Value)))],
            node.Span
        );

    private static HclExpression Expression(Node node) =>
        node switch
        {
            MappingNode map => Object(map),
            SequenceNode list => new HclExpression.Tuple([.. list.Elements.Select(Expression)], list.Span),
            ScalarNode { IsNull: false } scalar when !IsPlaceholder(scalar.Value) => new HclExpression.Literal(
                scalar.Value,
                scalar.IsQuoted,
                scalar.Span
            ),
            ScalarNode { IsNull: true } => new HclExpression.Literal("null", false, node.Span),
            _ => new HclExpression.Unread(node.Span),
        };

    // Filled in before the file is registered: <IMAGE>, ${IMAGE}, %IMAGE%, {{image}}, __IMAGE__.
    private static bool IsPlaceholder(string text) =>
        text.Contains("${", StringComparison.Ordinal)
        || text.Contains("{{", StringComparison.Ordinal)
        || text is ['<', .., '>'] or ['%', .., '%'] or ['_', '_', .., '_', '_'] or ['$', ..];
}
