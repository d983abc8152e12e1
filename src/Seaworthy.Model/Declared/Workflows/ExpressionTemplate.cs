using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A value of a workflow: literal text and <c>${{ expressions }}</c> in order.</summary>
/// <param name="Raw">The value as YAML gives it, expressions unexpanded.</param>
public sealed record ExpressionTemplate(string Raw, IReadOnlyList<ExpressionPart> Parts, SourceSpan Span)
{
    /// <summary>The value, when it holds no expression.</summary>
    public string? Literal => Parts.All(part => part.Expression is null) ? Raw : null;

    /// <summary>What is in each line of it, for inputs that are lists.</summary>
    public IReadOnlyList<string> Lines => Raw.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Everything the expressions take from contexts, in order.</summary>
    public IReadOnlyList<ExpressionReference> References { get; init; } = [];

    /// <summary>It is in quotes: to YAML it is a text whatever it looks like.</summary>
    public bool IsQuoted => Span.File.Text[Span.Start] is '"' or '\'' || (Span.Start > 0 && Span.File.Text[Span.Start - 1] is '"' or '\'');

    public override string ToString() => Raw;
}
