using System.Globalization;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>EXPOSE: ports, ranges, protocols.</summary>
/// <remarks>Source: Dockerfile reference, "EXPOSE".</remarks>
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
        var ports = (slash < 0 ? value : value[..slash]).Split('-');
        var first = text.Literal is null ? null : Number(ports[0]);
        var last = ports.Length == 1 || text.Literal is null ? first : Number(ports[1]);
        if (text.Literal is not null && (ports.Length > 2 || first is null || last is null || last < first))
        {
            context.Report(ProblemKind.InvalidValue, $"'{text.Raw}' is no port", word.Span(0, word.Text.Length));
            last = first;
        }

        // Docker takes EXPOSE 0, which says nothing.
        return first == 0
            ? new DockerInstruction.Expose(text, null, null, protocol, instruction.Span)
            : new DockerInstruction.Expose(text, first, last, protocol, instruction.Span);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535 ? port : null;
}
