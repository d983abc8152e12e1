using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>A typed literal; its members are asked of <see cref="CodeSyntax.Members"/> with <paramref name="Value"/>.</summary>
internal sealed record CodeObject(string Type, TokenRange Value, SourceSpan Span)
{
    public CodeScope? Scope { get; internal set; }
}
