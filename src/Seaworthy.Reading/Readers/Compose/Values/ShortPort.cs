using System.Net;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats;
using Seaworthy.Reading.Formats.Interpolation;

namespace Seaworthy.Reading.Readers.Compose.Values;

/// <summary>The short form of a port: <c>[[IP:][PUBLISHED]:]TARGET[/PROTOCOL]</c>.</summary>
/// <remarks>Source: the Compose specification, "ports", short syntax.</remarks>
internal static class ShortPort
{
    public static ComposePort Parse(MappedText text)
    {
        var colons = ColonParts.Split(text.Text, ':', keepBrackets: true);
        var last = colons[^1];
        var slash = ColonParts.Split(text.Text[last.Start..last.End], '/');
        TextRange target = new(last.Start, last.Start + slash[0].End);
        var whole = TemplateParser.Parse(text);
        var port = new ComposePort(text.Text, whole.Span) { Text = whole, Published = colons.Count > 1 ? Part(text, colons[^2]) : null };
        if (slash.Count > 1)
        {
            port = port with { Protocol = Part(text, new(last.Start + slash[1].Start, last.End)) };
        }

        if (colons.Count > 2)
        {
            port = port with { HostIp = Part(text, new(0, colons[^3].End)) };
        }

        // One variable alone may stand for a port or for a whole mapping.
        if (colons.Count == 1 && whole.Parts is [{ Variable: not null }])
        {
            return port;
        }

        var inner = Part(text, target);
        return port with { Target = inner, PublishedPorts = PortText.Parse(port.Published?.Literal) };
    }

    /// <summary>Why Compose refuses a literal short form, or null.</summary>
    public static string? Complaint(string text)
    {
        var parts = text.Split(':');
        var target = parts[^1].Split('/');
        var published = parts.Length > 1 ? parts[^2] : "";
        var address = parts.Length > 2 ? string.Join(':', parts[..^2]) : "";
        if (address.Length > 0 && !IPAddress.TryParse(address.Trim('[', ']'), out _))
        {
            return $"'{text}': '{address}' is not an IP address";
        }

        if (PortText.Parse(target[0]) is not { } inner)
        {
            return target[0].Length == 0 ? $"'{text}' names no container port" : $"'{text}': '{target[0]}' is not a container port";
        }

        var outer = PortText.Parse(published);
        if (published.Length > 0 && outer is null)
        {
            return $"'{text}': '{published}' is not a host port";
        }

        if (outer is { } range && !inner.IsSingle && range.Count != inner.Count)
        {
            return $"'{text}': the ranges differ in length";
        }

        return target is [_, var protocol, ..] && protocol.ToLowerInvariant() is not ("" or "tcp" or "udp" or "sctp")
            ? $"'{text}': '{protocol}' is not a protocol"
            : null;
    }

    private static Template? Part(MappedText text, TextRange part) =>
        part.End > part.Start ? TemplateParser.Parse(text.Slice(part.Start, part.End - part.Start)) : null;
}
