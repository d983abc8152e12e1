using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>Bodies of blocks to values, with their dynamic blocks written out.</summary>
/// <remarks>Source: Terraform documentation, "dynamic Blocks".</remarks>
internal sealed class TerraformBodies(TerraformEvaluator evaluator)
{
    private const int MostElements = 100;

    public CloudValue.Map Of(HclBody body, SourceSpan span, TerraformScope scope)
    {
        List<CloudEntry> entries =
        [
            .. body.Attributes.Select(attribute => new CloudEntry(
                attribute.Name.Value,
                evaluator.Evaluate(attribute.Value, scope),
                attribute.Span
            )),
        ];
        foreach (var same in body.Blocks.GroupBy(Kind, StringComparer.Ordinal))
        {
            List<CloudValue> made = [];
            string? more = null;
            foreach (var block in same)
            {
                if (block.Type.Value != "dynamic")
                {
                    made.Add(Of(block.Body, block.Span, scope));
                    continue;
                }

                more ??= Dynamic(block, scope, made);
            }

            entries.Add(new CloudEntry(same.Key, new CloudValue.List(made, same.First().Span) { More = more }, same.First().Span));
        }

        return new CloudValue.Map(entries, span);
    }

    private static string Kind(HclBlock block) => block.Type.Value == "dynamic" ? block.Label(0) : block.Type.Value;

    /// <summary>Adds what is made; answers why there may be more.</summary>
    private string? Dynamic(HclBlock block, TerraformScope scope, List<CloudValue> made)
    {
        if (block.Body["for_each"] is not { } each || block.Body.Of("content").FirstOrDefault() is not { } content)
        {
            return null;
        }

        var collection = evaluator.Evaluate(each.Value, scope);
        if (TerraformEvaluator.Elements(collection) is not { } elements)
        {
            return collection.MoreBecause ?? "it depends on values known only after apply";
        }

        var iterator = block.Body["iterator"]?.Value is HclExpression.Name named ? named.Text : block.Label(0);
        foreach (var element in elements.Take(MostElements))
        {
            CloudValue.Map bound = new(
                [
                    new CloudEntry("key", CloudValue.Text.Of(element.Key, element.Span), element.Span),
                    new CloudEntry("value", element.Value, element.Span),
                ],
                element.Span
            );
            made.Add(Of(content.Body, content.Span, scope.With(iterator, bound)));
        }

        return collection.MoreBecause;
    }
}
