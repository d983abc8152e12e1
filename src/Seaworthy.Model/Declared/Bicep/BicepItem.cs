using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Bicep;

/// <summary>A property of an object: <c>name: 'api'</c>, <c>'${key}': 1</c>; without a key, <c>...more</c>.</summary>
public sealed record BicepItem(BicepExpression? Key, BicepExpression Value)
{
    /// <summary>The key as it is written; null where it is computed.</summary>
    public string? Name => (Key as BicepExpression.Literal)?.Text;

    public SourceSpan Span => Key?.Span.To(Value.Span) ?? Value.Span;
}
