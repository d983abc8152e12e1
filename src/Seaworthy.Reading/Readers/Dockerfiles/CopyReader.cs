using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;
using Seaworthy.Reading.Formats.Interpolation;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>COPY and ADD.</summary>
/// <remarks>Source: Dockerfile reference, "COPY", "ADD".</remarks>
internal static class CopyReader
{
    public static IReadOnlyList<DockerInstruction> Read(InstructionSyntax instruction, InstructionContext context)
    {
        var words = Words(instruction, context);
        if (words.Count == 0 || words.Count + instruction.Heredocs.Count < 2)
        {
            context.ReportMissing(instruction, words.Count == 0 ? "a source and a destination" : "a destination");
        }

        if (words.Count == 0)
        {
            return [];
        }

        var hasDestination = words.Count + instruction.Heredocs.Count > 1;
        var from = context.Flag(instruction, "from");
        return
        [
            new DockerInstruction.Copy(hasDestination ? [.. words.SkipLast(1)] : words, hasDestination ? words[^1] : null, instruction.Span)
            {
                IsAdd = instruction.Keyword.Value == "ADD",
                From = from,
                FromStage = context.FindStage(from?.Literal),
                Chmod = context.Flag(instruction, "chmod"),
                Chown = context.Flag(instruction, "chown"),
                KeepsParents = IsOn(instruction, "parents"),
                Excludes =
                [
                    .. instruction
                        .Flags.Where(flag => flag.Name == "exclude")
                        .Select(flag => flag.Value)
                        .OfType<MappedText>()
                        .Select(context.Template),
                ],
                Heredocs = instruction.Heredocs,
            },
        ];
    }

    private static List<Template> Words(InstructionSyntax instruction, InstructionContext context)
    {
        var array = ExecForm.Read(instruction.Arguments);
        return array.Words is { } words
            ? [.. words.Select(word => TemplateParser.Parse(word.Value, word.Span, TemplateFlavour.Dockerfile, context.Escape))]
            :
            [
                .. HeredocMarker
                    .Sort(DockerfileWords.Blank(instruction.Arguments))
                    .Where(found => found.Marker is null)
                    .Select(found => context.Template(found.Word)),
            ];
    }

    private static bool IsOn(InstructionSyntax instruction, string name) =>
        instruction.Flags.LastOrDefault(flag => flag.Name == name) is { } flag && flag.Value?.Text is null or "true" or "1";
}
