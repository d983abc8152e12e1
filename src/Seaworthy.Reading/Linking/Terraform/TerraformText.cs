using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>Every expression of a module, with what stands around it.</summary>
internal static class TerraformText
{
    /// <summary>The expressions of the blocks that Terraform evaluates: not those about removed resources, nor the types of variables.</summary>
    public static IEnumerable<TerraformExpression> Of(TerraformModule module)
    {
        Stack<Standing> blocks = new();
        foreach (var block in module.Files.SelectMany(file => file.Body.Blocks).Reverse())
        {
            if (block.Type.Value is not ("moved" or "removed" or "import" or "terraform"))
            {
                blocks.Push(new Standing(block, false));
            }
        }

        while (blocks.TryPop(out var next))
        {
            var isConditional = next.IsConditional || next.Block.Body["count"] is not null || next.Block.Body["for_each"] is not null;
            foreach (var attribute in next.Block.Body.Attributes)
            {
                if (!IsOfItself(next.Block, attribute))
                {
                    foreach (var found in Parts(attribute.Value, isConditional))
                    {
                        yield return found;
                    }
                }
            }

            foreach (var inner in next.Block.Body.Blocks.Reverse())
            {
                blocks.Push(new Standing(inner, isConditional));
            }
        }
    }

    /// <summary>Words that stand for an iterator, wherever in the module.</summary>
    public static HashSet<string> Bound(TerraformModule module)
    {
        HashSet<string> names = new(StringComparer.Ordinal) { "each", "count", "path", "terraform", "self", "ephemeral", "provider" };
        Stack<HclBlock> blocks = new(module.Files.SelectMany(file => file.Body.Blocks));
        while (blocks.TryPop(out var block))
        {
            if (block.Type.Value == "dynamic")
            {
                names.Add(block.Body["iterator"]?.Value is HclExpression.Name named ? named.Text : block.Label(0));
            }

            foreach (var inner in block.Body.Blocks)
            {
                blocks.Push(inner);
            }
        }

        names.UnionWith(Of(module).Select(found => found.Expression).OfType<HclExpression.For>().SelectMany(loop => loop.Names));
        return names;
    }

    private static bool IsOfItself(HclBlock block, HclAttribute attribute) =>
        (block.Type.Value, attribute.Name.Value) is ("variable", "type") or (_, "ignore_changes" or "provider" or "providers");

    private static IEnumerable<TerraformExpression> Parts(HclExpression whole, bool isConditional)
    {
        Stack<TerraformExpression> left = new([new TerraformExpression(whole, isConditional)]);
        while (left.TryPop(out var next))
        {
            yield return next;
            var (expression, isUnder) = next;
            var may =
                isUnder || expression is HclExpression.Conditional or HclExpression.For or HclExpression.Call { Function: "try" or "can" };
            foreach (var part in expression.Parts)
            {
                left.Push(new TerraformExpression(part, may));
            }
        }
    }

    private sealed record Standing(HclBlock Block, bool IsConditional);
}
