namespace Seaworthy.Model.Declared.Terraform;

/// <summary>A key and its value in an object: <c>name = "api"</c>, <c>"NODE_ENV": "production"</c>, <c>(var.key) = 1</c>.</summary>
public sealed record HclItem(HclExpression Key, HclExpression Value);
