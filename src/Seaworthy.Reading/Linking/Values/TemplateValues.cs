using System.Text;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Values;

/// <summary>Templates with holes followed to a text.</summary>
/// <remarks>Source: the Compose specification, "Interpolation".</remarks>
internal static class TemplateValues
{
    private const int DepthLimit = 8;

    // Each file is small, but a value may be asked for many times.
    private const int MaxLength = 100_000;
    private const int MaxPlaces = 1_000;

    /// <param name="template">The value.</param>
    /// <param name="variable">What a name is set to; null when it is unset; unknown when nobody can tell.</param>
    public static Resolved Resolve(Template template, Func<string, Resolved?> variable) => Resolve(template, variable, 0);

    private static Resolved Resolve(Template template, Func<string, Resolved?> variable, int depth)
    {
        List<SourceSpan> chain = [template.Span];
        List<string> unset = [];
        StringBuilder written = new();
        string? unknown = null;
        foreach (var part in template.Parts)
        {
            var value = part.Variable is null ? new Resolved(part.Text, []) : Hole(part, variable, depth);
            chain.AddRange(value.Chain);
            unset.AddRange(value.Unset);
            unknown ??= value.UnknownBecause;
            written.Append(value.Outline ?? Resolved.Hole.ToString());
            if (written.Length > MaxLength + template.Raw.Length || chain.Count + unset.Count > MaxPlaces + template.Parts.Count)
            {
                return Resolved.Unknown("the text becomes too long", template.Span);
            }
        }

        var outline = written.ToString();
        return new Resolved(unknown is null ? outline : null, chain, unknown) { Outline = outline, Unset = unset };
    }

    private static Resolved Hole(TemplatePart part, Func<string, Resolved?> variable, int depth)
    {
        var name = part.Variable ?? "";
        var given = depth > DepthLimit ? null : variable(name);
        var isSet = given is not null && (part.Operator is not [':', ..] || given.Text is not "");
        return part.Operator switch
        {
            ":-" or "-" when !isSet => part.Word is { } word ? Resolve(word, variable, depth + 1) : new Resolved("", []),
            ":+" or "+" => isSet && part.Word is { } word ? Resolve(word, variable, depth + 1) : new Resolved("", []),
            ":?" or "?" when !isSet => new Resolved(null, [], $"{name} must be set at deployment") { Unset = [name] },
            _ => given ?? new Resolved("", []) { Unset = [name] },
        };
    }
}
