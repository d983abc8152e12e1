using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Bicep;

/// <summary>Reads parameters files of Azure Resource Manager, in which azd fills in <c>${NAME}</c>.</summary>
/// <remarks>
/// Sources: Azure Resource Manager, "Create Resource Manager parameter file"; Azure Developer CLI, "Work with environment variables", infrastructure parameters.
/// </remarks>
internal sealed class ParametersReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".json", StringComparison.Ordinal) && name.Contains("param", StringComparison.OrdinalIgnoreCase);
    }

    public override Artifact? Read(FileSyntax file) =>
        file.Json is { Root: MappingNode root } syntax && IsOfAzure(root) && root["parameters"] is MappingNode parameters
            ? new BicepFile(file.File, [.. parameters.Pairs.Select(Parameter)]) { IsValues = true, Problems = syntax.Problems }
            : null;

    private static bool IsOfAzure(MappingNode root) =>
        root["$schema"]?.Fact is { } schema && schema.Value.Contains("deploymentParameters.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>What it takes from a vault is not in the file.</summary>
    private static BicepStatement.Parameter Parameter(NodeEntry pair) =>
        new(new Fact<string>(pair.Key, pair.KeySpan))
        {
            Span = pair.KeySpan,
            Value =
                pair.Value is MappingNode map && map["value"] is { } value
                    ? Expression(value)
                    : new BicepExpression.Unread(pair.Value.Span),
        };

    private static BicepExpression Expression(Node node) =>
        node switch
        {
            MappingNode map => new BicepExpression.Object(
                [
                    .. map.Pairs.Select(pair => new BicepItem(
                        new BicepExpression.Literal(pair.Key, true, pair.KeySpan),
                        Expression(pair.Value)
                    )),
                ],
                node.Span
            ),
            SequenceNode list => new BicepExpression.Array([.. list.Elements.Select(Expression)], node.Span),
            ScalarNode { IsNull: true } => new BicepExpression.Literal("null", false, node.Span),
            ScalarNode scalar => Text(scalar),
            _ => new BicepExpression.Unread(node.Span),
        };

    /// <summary><c>${NAME}</c>, <c>${NAME=default}</c>, <c>#{NAME}#</c>, <c>__NAME__</c>: filled in before.</summary>
    private static BicepExpression Text(ScalarNode scalar)
    {
        var text = scalar.Value;
        if (text.Contains("#{", StringComparison.Ordinal) || text is ['_', '_', .., '_', '_'] or ['<', .., '>'] or ['$', '(', ..])
        {
            return new BicepExpression.Unread(scalar.Span);
        }

        List<BicepExpression> pieces = [];
        var at = 0;
        for (
            var open = text.IndexOf("${", StringComparison.Ordinal);
            open >= 0 && text.IndexOf('}', open) is > 0 and var close;
            open = text.IndexOf("${", at, StringComparison.Ordinal)
        )
        {
            pieces.Add(new BicepExpression.Literal(text[at..open], true, scalar.Span));
            pieces.Add(new BicepExpression.Unread(scalar.Span));
            at = close + 1;
        }

        return pieces.Count == 0
            ? new BicepExpression.Literal(text, scalar.IsQuoted, scalar.Span)
            : new BicepExpression.Template([.. pieces, new BicepExpression.Literal(text[at..], true, scalar.Span)], scalar.Span);
    }
}
