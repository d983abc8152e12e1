using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Interpolation;

/// <summary>Literal text, or a variable with what happens when it is unset.</summary>
/// <param name="Text">The literal text (escapes undone); for a variable, as written.</param>
/// <param name="Operator">One of <c>:-</c>, <c>-</c>, <c>:?</c>, <c>?</c>, <c>:+</c>, <c>+</c>, or null for a plain reference;
/// in a Dockerfile also <c>#</c>, <c>%</c> and <c>/</c>, which cut or replace parts of the value.</param>
/// <param name="Word">The default, message or alternative after the operator, itself with holes.</param>
/// <remarks>Source: the compose specification, "Interpolation".</remarks>
public sealed record TemplatePart(string Text, string? Variable = null, string? Operator = null, Template? Word = null)
{
    /// <summary>Where it stands, when that is known more closely than the place of the whole template.</summary>
    public SourceSpan? Span { get; init; }

    /// <summary>A <c>${</c> that opens no reference, or is never closed; compose refuses the file, other tools keep the text. A lone <c>$</c> is text everywhere.</summary>
    public bool IsMalformed { get; init; }

    /// <summary>Has a default for the case that the variable is unset.</summary>
    public bool HasDefault => Operator is ":-" or "-";

    /// <summary>The tool refuses to go on when the variable is unset.</summary>
    public bool IsRequired => Operator is ":?" or "?";
}
