using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats;
using Seaworthy.Reading.Formats.Interpolation;

namespace Seaworthy.Reading.Readers.Compose.Values;

/// <summary>The short form of a mount: <c>[SOURCE:]TARGET[:OPTIONS]</c>.</summary>
/// <remarks>Source: the Compose specification, "volumes", short syntax; a letter before the first colon is a Windows drive.</remarks>
internal static class ShortMount
{
    public static ComposeMount Parse(MappedText text)
    {
        var parts = Parts(text.Text);
        var whole = TemplateParser.Parse(text);
        if (parts.Count == 1)
        {
            // One variable alone may stand for the path or for the whole mount.
            return whole.Parts is [{ Variable: not null }]
                ? new ComposeMount(text.Text, ComposeMountType.Unknown, whole.Span) { Text = whole }
                : new ComposeMount(text.Text, ComposeMountType.Volume, whole.Span) { Text = whole, Target = whole };
        }

        var source = Part(text, parts[0]);
        var options = parts.Count > 2 ? Options(text, parts[2]) : [];
        return new ComposeMount(text.Text, TypeOf(source), whole.Span)
        {
            Text = whole,
            Source = source,
            Target = Part(text, parts[1]),
            Options = options,
            IsReadOnly = options.LastOrDefault(option => option.Value is "ro" or "rw")?.Value is "ro",
        };
    }

    /// <summary>Why Compose refuses a literal short form, or null.</summary>
    public static string? Complaint(string text)
    {
        if (text.Length == 0)
        {
            return "is empty";
        }

        var parts = Parts(text);
        return text.Length <= 2 ? null
            : parts.Any(part => part.Start == part.End) ? $"'{text}' has an empty part between colons"
            : parts.Count > 3 ? $"'{text}' has too many colons"
            : null;
    }

    /// <summary>A path when it begins with a dot, a slash, a tilde or a drive; a variable at the front decides nothing.</summary>
    public static ComposeMountType TypeOf(Template? source) =>
        source switch
        {
            null => ComposeMountType.Volume,
            { Parts: [{ Variable: not null } hole, ..] } => TypeOfHole(hole),
            { Parts: [{ Text: var text }, ..] } => IsPath(text) ? ComposeMountType.Bind : ComposeMountType.Volume,
            _ => ComposeMountType.Volume,
        };

    // ${DATA:-./data}: the default tells what the author means; without one it stays open.
    private static ComposeMountType TypeOfHole(TemplatePart hole) =>
        hole is { HasDefault: true, Word: { Raw.Length: > 0 } word } ? TypeOf(word)
        : hole.Variable is "PWD" or "HOME" ? ComposeMountType.Bind
        : ComposeMountType.Unknown;

    private static bool IsPath(string text) =>
        text is ['.' or '/' or '~', ..]
        || text.StartsWith(@"\\", StringComparison.Ordinal)
        || (text is [var drive, ':', ..] && char.IsAsciiLetter(drive));

    private static List<TextRange> Parts(string text)
    {
        List<TextRange> parts = [];
        foreach (var part in ColonParts.Split(text, ':'))
        {
            // "C:\data:/data": the drive's letter belongs to what follows it.
            if (parts is [.., var previous] && previous.End - previous.Start == 1 && char.IsAsciiLetter(text[previous.Start]))
            {
                parts[^1] = previous with { End = part.End };
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private static List<Fact<string>> Options(MappedText text, TextRange part) =>
        [
            .. ColonParts
                .Split(text.Text[part.Start..part.End], ',')
                .Where(option => option.End > option.Start)
                .Select(option => new Fact<string>(
                    text.Text[(part.Start + option.Start)..(part.Start + option.End)],
                    text.Span(part.Start + option.Start, option.End - option.Start)
                )),
        ];

    private static Template? Part(MappedText text, TextRange part) =>
        part.End > part.Start ? TemplateParser.Parse(text.Slice(part.Start, part.End - part.Start)) : null;
}
