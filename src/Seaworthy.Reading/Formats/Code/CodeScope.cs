using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>What names live in: a function or a class.</summary>
internal abstract class CodeScope
{
    /// <summary>Empty for an anonymous function that no variable or member names.</summary>
    public required string Name { get; init; }

    /// <summary>The tokens of the body, without its brackets; for an expression body the expression.</summary>
    public required TokenRange Body { get; init; }

    public required SourceSpan Span { get; init; }

    public IReadOnlyList<CodeDecorator> Decorators { get; init; } = [];

    public bool IsExported { get; init; }

    /// <summary>The scope this one stands in.</summary>
    public CodeScope? Parent { get; internal set; }
}
