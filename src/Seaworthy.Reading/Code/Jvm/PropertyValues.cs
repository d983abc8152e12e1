using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>Placeholders of the configuration as values of the source: <c>${orders.url:http://orders}</c> is a read of <c>orders.url</c>, which linking follows.</summary>
internal static class PropertyValues
{
    public static CodeValue Of(Template template, SourceSpan span)
    {
        List<CodeValue> parts = [.. template.Parts.Select(part => Part(part, span))];
        return parts.Count == 1 ? parts[0] : new CodeValue.Concatenation(parts, span);
    }

    private static CodeValue Part(TemplatePart part, SourceSpan span) =>
        part.Variable is { } name
            ? new CodeValue.Environment(name, part.Word is { } word ? Of(word, span) : null, span)
            : new CodeValue.Literal(part.Text, span);
}
