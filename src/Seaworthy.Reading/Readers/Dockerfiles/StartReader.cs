using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>CMD, ENTRYPOINT, HEALTHCHECK and SHELL: what the container runs.</summary>
/// <remarks>Source: Dockerfile reference, sections of these names.</remarks>
internal static class StartReader
{
    public static IReadOnlyList<DockerInstruction> Read(InstructionSyntax instruction, InstructionContext context)
    {
        if (instruction.Keyword.Value is "CMD" or "ENTRYPOINT")
        {
            var command = CommandLineReader.Read(instruction, context);
            return instruction.Keyword.Value == "CMD"
                ? [new DockerInstruction.Cmd(command, instruction.Span)]
                : [new DockerInstruction.Entrypoint(command, instruction.Span)];
        }

        return instruction.Keyword.Value == "SHELL" ? Shell(instruction, context) : Healthcheck(instruction, context);
    }

    private static IReadOnlyList<DockerInstruction> Shell(InstructionSyntax instruction, InstructionContext context)
    {
        if (ExecForm.Read(instruction.Arguments).Words is not { Count: > 0 } words)
        {
            context.Report(ProblemKind.Syntax, "SHELL takes a JSON array of strings", instruction.Keyword.Span);
            return [];
        }

        context.ShellIsPosix = ShellKind.IsPosix(words);
        return [new DockerInstruction.Shell(words, instruction.Span)];
    }

    private static IReadOnlyList<DockerInstruction> Healthcheck(InstructionSyntax instruction, InstructionContext context)
    {
        // "CMD test" has the form of an instruction, here without flags of its own.
        var arguments = instruction.Arguments;
        var end = arguments.Text.AsSpan().IndexOfAny(" \t\r\v\f");
        var kind = end < 0 ? arguments.Text : arguments.Text[..end];
        var rest = end < 0 ? arguments.Slice(arguments.Text.Length, 0) : arguments.Slice(end, arguments.Text.Length - end).Trim();
        if (kind.Equals("NONE", StringComparison.OrdinalIgnoreCase))
        {
            return [new DockerInstruction.Healthcheck(null, instruction.Span)];
        }

        if (!kind.Equals("CMD", StringComparison.OrdinalIgnoreCase) || rest.Text.Length == 0)
        {
            context.ReportMissing(instruction, "CMD and a command, or NONE");
            return [];
        }

        return
        [
            new DockerInstruction.Healthcheck(CommandLineReader.Read(instruction with { Arguments = rest }, context), instruction.Span)
            {
                Interval = context.Flag(instruction, "interval"),
                Timeout = context.Flag(instruction, "timeout"),
                StartPeriod = context.Flag(instruction, "start-period"),
                StartInterval = context.Flag(instruction, "start-interval"),
                Retries = context.Flag(instruction, "retries"),
            },
        ];
    }
}
