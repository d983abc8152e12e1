using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A name with a value: an entry of <c>env</c>, <c>with</c>, <c>secrets</c> or <c>outputs</c>.</summary>
public sealed record NamedTemplate(string Name, ExpressionTemplate Value, SourceSpan KeySpan)
{
    public SourceSpan Span => KeySpan.To(Value.Span);
}
