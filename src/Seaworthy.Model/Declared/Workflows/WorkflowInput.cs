using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>An input that a workflow or an action declares.</summary>
/// <param name="Span">Its name.</param>
public sealed record WorkflowInput(string Name, bool IsRequired, ExpressionTemplate? Default, SourceSpan Span)
{
    /// <summary><c>string</c>, <c>boolean</c>, <c>number</c>, <c>choice</c> or <c>environment</c>.</summary>
    public Fact<string>? Type { get; init; }

    public IReadOnlyList<Fact<string>> Options { get; init; } = [];
}
