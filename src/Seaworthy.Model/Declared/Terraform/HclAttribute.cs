using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Terraform;

/// <summary><c>name = expression</c>.</summary>
public sealed record HclAttribute(Fact<string> Name, HclExpression Value, SourceSpan Span);
