using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>A resource that a deployment makes, with its parameters filled in as far as the tree says.</summary>
/// <param name="Kind">With the kinds that it is within: <c>Microsoft.Web/sites/config</c>.</param>
internal sealed record BicepResource(string Kind, BicepStatement.Deployed Declared, CloudValue.Map Body, BicepScope Scope)
{
    /// <summary>The resource that it belongs to, where that is in the same template.</summary>
    public BicepResource? Within { get; init; }

    public string Symbol => Declared.Name.Value;

    /// <summary>Whether it is made at all is known only at deployment.</summary>
    public bool IsConditional => Declared.Condition is not null;
}
