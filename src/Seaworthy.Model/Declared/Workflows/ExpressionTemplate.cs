using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A value of a workflow: literal text and <c>${{ expressions }}</c> in order.</summary>
/// <param name="Raw">The value as YAML gives it, expressions unexpanded.</param>
public sealed record ExpressionTemplate(string Raw, IReadOnlyList<ExpressionPart> Parts, SourceSpan Span)
{
    /// <summary>The value, when it holds no expression.</summary>
    public string? Literal => Parts.All(part => part.Expression is null) ? Raw : null;

    /// <summary>Everything the expressions take from contexts, in order.</summary>
    public IReadOnlyList<ExpressionReference> References { get; init; } = [];

    public override string ToString() => Raw;
}
