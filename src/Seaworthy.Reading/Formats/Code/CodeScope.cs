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

    /// <summary>The name of the innermost function around a place; null when none has a name.</summary>
    public static string? FunctionOf(CodeScope? scope)
    {
        while (scope is not null and not CodeFunction { Name.Length: > 0 })
        {
            scope = scope.Parent;
        }

        return scope?.Name;
    }

    /// <summary>Whether a scope is another one, or is in it at whatever depth.</summary>
    public static bool IsWithin(CodeScope? inner, CodeScope outer)
    {
        while (inner is not null && inner != outer)
        {
            inner = inner.Parent;
        }

        return inner is not null;
    }

    /// <summary>The scope this one is in.</summary>
    public CodeScope? Parent { get; internal set; }
}
