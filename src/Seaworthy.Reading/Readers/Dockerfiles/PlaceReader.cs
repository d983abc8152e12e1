using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;
using Seaworthy.Reading.Formats.Interpolation;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>WORKDIR, USER, VOLUME, STOPSIGNAL and MAINTAINER: where and as whom the image runs.</summary>
/// <remarks>Source: Dockerfile reference, sections of these names.</remarks>
internal static class PlaceReader
{
    public static IReadOnlyList<DockerInstruction> Read(InstructionSyntax instruction, InstructionContext context)
    {
        var text = instruction.Arguments;
        if (text.Text.Length == 0)
        {
            context.ReportMissing(instruction, "an argument");
            return [];
        }

        return instruction.Keyword.Value switch
        {
            "WORKDIR" => [new DockerInstruction.Workdir(context.Template(text), instruction.Span)],
            "USER" => [User(text, instruction, context)],
            "STOPSIGNAL" => [new DockerInstruction.StopSignal(context.Template(text), instruction.Span)],
            "MAINTAINER" =>
            [
                new DockerInstruction.Maintainer(new Fact<string>(text.Text, text.Span(0, text.Text.Length)), instruction.Span),
            ],
            _ => [.. Volumes(text, context).Select(path => new DockerInstruction.Volume(path, instruction.Span))],
        };
    }

    private static IEnumerable<Template> Volumes(MappedText text, InstructionContext context) =>
        ExecForm.Read(text).Words is { } words
            ? words.Select(word => TemplateParser.Parse(word.Value, word.Span, TemplateFlavour.Dockerfile, context.Escape))
            : DockerfileWords.Blank(text).Select(context.Template);

    private static DockerInstruction.User User(MappedText text, InstructionSyntax instruction, InstructionContext context)
    {
        var colon = Colon(text.Text);
        return colon < 0
            ? new DockerInstruction.User(context.Template(text), null, instruction.Span)
            : new DockerInstruction.User(
                context.Template(text.Slice(0, colon)),
                context.Template(text.Slice(colon + 1, text.Text.Length - colon - 1)),
                instruction.Span
            );
    }

    // The colon between user and group, not the one of ${NAME:-default}.
    private static int Colon(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (text[at] == ':' && depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
