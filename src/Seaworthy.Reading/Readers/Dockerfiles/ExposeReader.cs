using System.Globalization;
using System.Net;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>EXPOSE: ports, ranges, protocols.</summary>
/// <remarks>Source: Dockerfile reference, "EXPOSE"; of <c>[ip:][host:]container</c> BuildKit keeps the container's port and warns (build check ExposeInvalidFormat).</remarks>
internal static class ExposeReader
{
    public static IReadOnlyList<DockerInstruction> Read(InstructionSyntax instruction, InstructionContext context)
    {
        var words = DockerfileWords.Blank(instruction.Arguments);
        if (words.Count == 0)
        {
            context.ReportMissing(instruction, "a port");
        }

        return [.. words.Select(word => Port(word, instruction, context))];
    }

    private static DockerInstruction.Expose Port(MappedText word, InstructionSyntax instruction, InstructionContext context)
    {
        var text = context.Template(word);
        var value = text.Literal ?? text.Raw;
        var slash = value.LastIndexOf('/');
        var protocol = slash < 0 ? "tcp" : value[(slash + 1)..].ToLowerInvariant();
        // A computed port may still end in a literal protocol; a slash inside ${…} is none.
        protocol = protocol is "tcp" or "udp" or "sctp" ? protocol : "tcp";
        if (text.Literal is null)
        {
            return new DockerInstruction.Expose(text, null, null, protocol, instruction.Span);
        }

        var mapping = slash < 0 ? value : value[..slash];
        var colon = mapping.LastIndexOf(':');
        var ports = Range(mapping[(colon + 1)..]);
        var span = word.Span(0, word.Text.Length);
        if (ports is null || (colon >= 0 && !IsHostSide(mapping[..colon])))
        {
            context.Report(ProblemKind.InvalidValue, $"'{text.Raw}' is not a port", span);
        }
        else if (colon > 0)
        {
            context.Problems.Add(Mapping(text.Raw, mapping[(colon + 1)..], span));
        }

        // Docker takes EXPOSE 0, which says nothing.
        return ports is not { } range || range.First == 0
            ? new DockerInstruction.Expose(text, null, null, protocol, instruction.Span)
            : new DockerInstruction.Expose(text, range.First, range.Last, protocol, instruction.Span);
    }

    private static Problem Mapping(string raw, string container, SourceSpan span) =>
        new(
            ProblemKind.Tolerated,
            $"EXPOSE names a host port: '{raw}' exposes only the container's {container}, and publishes nothing",
            span
        )
        {
            Remedy = $"Write `EXPOSE {container}`; host ports belong in `docker run -p` or in `ports:` of Compose",
        };

    /// <summary>What stands before the container's port: a port or a range of the host, behind an address or alone; either may be empty.</summary>
    private static bool IsHostSide(string text)
    {
        var colon = text.LastIndexOf(':');
        var address = colon < 0 ? "" : text[..colon];
        var host = text[(colon + 1)..];
        return (host.Length == 0 || Range(host) is not null) && (address.Length == 0 || IPAddress.TryParse(address.Trim('[', ']'), out _));
    }

    private static (int First, int Last)? Range(string text)
    {
        var ports = text.Split('-');
        return ports.Length <= 2 && Number(ports[0]) is { } first && Number(ports[^1]) is { } last && first <= last ? (first, last) : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535 ? port : null;
}
