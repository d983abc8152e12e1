using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>How often a module or a resource is there, and what each sees: <c>count</c> and <c>for_each</c> written out.</summary>
internal sealed class TerraformInstances(TerraformModules modules, TerraformEvaluator evaluator)
{
    private const int MostInstances = 30;
    private const int MostScopes = 200;

    /// <summary>A configuration and every local module that it calls, directly or not.</summary>
    public IReadOnlyList<TerraformScope> Of(TerraformScope root)
    {
        List<TerraformScope> scopes = [root];
        for (var at = 0; at < scopes.Count && scopes.Count < MostScopes; at++)
        {
            var scope = scopes[at];
            scopes.AddRange(
                from call in scope.Module.Calls.Values
                let module = modules.Find(scope.Module.SourceOf(call))
                where module is not null
                from caller in Of(call, scope, evaluator)
                let inner = new TerraformScope(module) { Caller = caller, Call = call }
                where !inner.IsTooDeep
                select inner
            );
        }

        return scopes;
    }

    public static IEnumerable<TerraformScope> Of(HclBlock block, TerraformScope scope, TerraformEvaluator evaluator)
    {
        if (block.Body["count"] is { } count)
        {
            return evaluator.Evaluate(count.Value, scope).Known == "0" ? [] : [scope];
        }

        if (block.Body["for_each"] is not { } each)
        {
            return [scope];
        }

        var collection = evaluator.Evaluate(each.Value, scope);
        return collection.MoreBecause is null && TerraformEvaluator.Elements(collection) is { } elements
            ? elements
                .Take(MostInstances)
                .Select(element => scope.With("each.key", CloudValue.Text.Of(element.Key, element.Span)).With("each.value", element.Value))
            : [scope];
    }
}
