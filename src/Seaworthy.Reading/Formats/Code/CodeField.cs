using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>A field, property or annotated attribute of a class.</summary>
/// <param name="Default">Empty when it has none.</param>
internal sealed record CodeField(string Name, TokenRange Type, TokenRange Default, IReadOnlyList<CodeDecorator> Decorators, SourceSpan Span)
{
    /// <summary>Go's struct tag: one string token.</summary>
    public TokenRange Tag { get; init; }
}
