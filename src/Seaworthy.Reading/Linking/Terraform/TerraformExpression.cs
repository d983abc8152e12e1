using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>An expression of a module.</summary>
/// <param name="IsConditional">It may never be evaluated, or fail without harm.</param>
internal sealed record TerraformExpression(HclExpression Expression, bool IsConditional);
