using System.Globalization;
using Seaworthy.Model.Declared.Compose;

namespace Seaworthy.Reading.Readers.Compose.Values;

/// <summary>A literal port or range of ports.</summary>
internal static class PortText
{
    public static PortRange? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var first = Number(dash < 0 ? text : text[..dash]);
        var last = dash < 0 ? first : Number(text[(dash + 1)..]);
        return first is { } from && last is { } to && to >= from ? new PortRange(from, to) : null;
    }

    private static int? Number(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
}
