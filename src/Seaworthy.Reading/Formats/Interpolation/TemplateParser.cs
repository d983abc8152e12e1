using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Interpolation;

/// <summary>Text with <c>$NAME</c> and <c>${NAME:-default}</c> to a <see cref="Template"/>. Never fails: what is no reference stays text, and the part says so.</summary>
/// <remarks>Sources: the compose specification, "Interpolation"; Dockerfile reference, "Environment replacement".</remarks>
internal static class TemplateParser
{
    /// <summary>A template whose parts know their own places.</summary>
    public static Template Parse(MappedText text, TemplateFlavour flavour = TemplateFlavour.Compose, char escape = '\\') =>
        new TemplateScan(text.Text, text.Span, flavour, escape).Whole();

    /// <summary>A template that is in the file as it is read: a plain or unescaped stretch.</summary>
    public static Template Parse(SourceSpan span, TemplateFlavour flavour = TemplateFlavour.Compose, char escape = '\\') =>
        Parse(MappedText.Of(span), flavour, escape);

    /// <summary>A template whose text was changed on the way (quotes, escapes, folding): every part has the place of the whole.</summary>
    public static Template Parse(string text, SourceSpan span, TemplateFlavour flavour = TemplateFlavour.Compose, char escape = '\\') =>
        new TemplateScan(text, (_, _) => span, flavour, escape).Whole();
}
