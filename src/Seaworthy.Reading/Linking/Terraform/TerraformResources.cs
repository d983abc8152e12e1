using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>What is known of a resource before it is made: the attributes that its block writes, and the names of registries.</summary>
internal sealed class TerraformResources(TerraformEvaluator evaluator)
{
    private const int Steps = 8;

    public CloudValue? Attribute(HclExpression expression, TerraformScope scope)
    {
        var isData = expression.Path is ["data", ..];
        if (expression.Path.Skip(isData ? 1 : 0).ToList() is not [var type, var name, var attribute])
        {
            return null;
        }

        var block = (isData ? scope.Module.Data : scope.Module.Resources).FirstOrDefault(found =>
            found.Label(0) == type && found.Label(1) == name
        );
        if (block is null)
        {
            return null;
        }

        if ((type, attribute) is ("aws_ecr_repository", "repository_url"))
        {
            return Repository(block, expression, scope);
        }

        return block.Body[attribute] is { } written ? evaluator.Evaluate(written.Value, scope) : null;
    }

    /// <summary>The block that an expression leads to, through variables, locals and outputs, and the scope that it is in.</summary>
    public (HclBlock Block, TerraformScope Scope)? Find(HclExpression expression, TerraformScope scope, string type)
    {
        for (var step = 0; step < Steps; step++)
        {
            var reference = expression.All.FirstOrDefault(part =>
                part.Path is [var first, _, ..] && (first == type || first is "var" or "local")
            );
            switch (reference?.Path)
            {
                case [var found, var name, ..] when found == type:
                    return scope.Module.Resource(type, name) is { } block ? (block, scope) : null;
                case ["var", var name, ..] when scope is { Caller: { } caller, Call: { } call } && call.Body[name] is { } argument:
                    (expression, scope) = (argument.Value, caller);
                    break;
                case ["local", var name, ..] when scope.Module.Locals.TryGetValue(name, out var local):
                    expression = local.Value;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The account and the region are not known; the last part of the name is.</summary>
    private CloudValue.Text Repository(HclBlock block, HclExpression expression, TerraformScope scope)
    {
        var name = block.Body["name"] is { } written ? evaluator.Evaluate(written.Value, scope).Resolved : null;
        return new CloudValue.Text(
            Resolved.Unknown("the registry is known only after apply", expression.Span, block.Span) with
            {
                Outline = $"{Resolved.Hole}/{name?.Outline ?? Resolved.Hole.ToString()}",
            },
            expression.Span
        );
    }
}
