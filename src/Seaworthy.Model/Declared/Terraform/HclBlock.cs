using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Terraform;

/// <summary><c>resource "aws_ecs_service" "app" { … }</c>.</summary>
/// <param name="Span">Its first line: type and labels.</param>
public sealed record HclBlock(Fact<string> Type, IReadOnlyList<Fact<string>> Labels, HclBody Body, SourceSpan Span)
{
    /// <summary>The n-th label; empty when there is none.</summary>
    public string Label(int index) => index < Labels.Count ? Labels[index].Value : "";
}
