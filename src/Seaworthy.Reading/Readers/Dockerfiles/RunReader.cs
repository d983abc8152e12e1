using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>RUN with its mounts.</summary>
/// <remarks>Source: Dockerfile reference, "RUN", "RUN --mount".</remarks>
internal static class RunReader
{
    public static IReadOnlyList<DockerInstruction> Read(InstructionSyntax instruction, InstructionContext context)
    {
        // BuildKit runs an empty command, and goes on.
        if (instruction.Arguments.Text.Length == 0)
        {
            return [];
        }

        return
        [
            new DockerInstruction.Run(CommandLineReader.Read(instruction, context), instruction.Span)
            {
                Mounts =
                [
                    .. instruction.Flags.Where(flag => flag is { Name: "mount", Value: not null }).Select(flag => Mount(flag, context)),
                ],
                Network = context.Flag(instruction, "network"),
                Heredocs = instruction.Heredocs,
            },
        ];
    }

    private static BuildMount Mount(FlagSyntax flag, InstructionContext context)
    {
        BuildMount mount = new("bind", flag.Span);
        foreach (var option in Options(flag.Value))
        {
            var sign = option.Text.IndexOf('=', StringComparison.Ordinal);
            var key = sign < 0 ? option.Text : option.Text[..sign];
            var value = option.Slice(sign + 1, option.Text.Length - sign - 1);
            mount = key.ToLowerInvariant() switch
            {
                "type" => mount with { Type = value.Text },
                "source" or "src" => mount with { Source = context.Template(value) },
                "target" or "dst" or "destination" => mount with { Target = context.Template(value) },
                "from" => mount with { From = context.Template(value) },
                "id" => mount with { Id = context.Template(value) },
                "env" => mount with { Env = context.Template(value) },
                "required" => mount with { IsRequired = sign < 0 || value.Text is "true" or "1" },
                _ => mount,
            };
        }

        return mount;
    }

    private static IEnumerable<MappedText> Options(MappedText? text)
    {
        for (var at = 0; text is not null && at <= text.Text.Length; )
        {
            var comma = text.Text.IndexOf(',', at);
            var end = comma < 0 ? text.Text.Length : comma;
            yield return text.Slice(at, end - at);
            at = end + 1;
        }
    }
}
