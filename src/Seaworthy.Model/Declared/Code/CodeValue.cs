using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>An expression as far as one file tells its value. <c>Linking</c> resolves references and environment reads.</summary>
public abstract record CodeValue(SourceSpan Span)
{
    /// <summary>The literal text that it begins with, such as the scheme and host of a URL; null where it begins with something else.</summary>
    public string? Head =>
        this switch
        {
            Literal literal => literal.Text,
            Concatenation { Parts: [var first, ..] } => first.Head,
            _ => null,
        };

    /// <summary>A literal string, number or boolean, as text without quotes.</summary>
    public sealed record Literal(string Text, SourceSpan Span) : CodeValue(Span);

    /// <summary>A read of an environment variable, with the default that is beside it.</summary>
    public sealed record Environment(string Name, CodeValue? Default, SourceSpan Span) : CodeValue(Span);

    /// <summary>A name, possibly dotted (<c>config.port</c>, <c>settings.API_PREFIX</c>), that is defined elsewhere in this file or imported.</summary>
    public sealed record Reference(string Name, SourceSpan Span) : CodeValue(Span);

    /// <summary>Parts written one after the other: string templates, concatenation, <c>format!</c>.</summary>
    public sealed record Concatenation(IReadOnlyList<CodeValue> Parts, SourceSpan Span) : CodeValue(Span);

    /// <summary>The first value that is set: <c>a || b</c>, <c>a ?? b</c>, <c>a or b</c>, <c>unwrap_or</c>; for a conditional expression, all branches.</summary>
    public sealed record Choice(IReadOnlyList<CodeValue> Options, SourceSpan Span) : CodeValue(Span)
    {
        /// <summary>Which option holds depends on a condition that the readers do not judge.</summary>
        public bool IsConditional { get; init; }
    }

    /// <summary>Something the readers do not follow.</summary>
    public sealed record Unknown(string Why, SourceSpan Span) : CodeValue(Span);
}
