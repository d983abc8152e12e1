using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>One instruction's syntax to its facts: several for a line that sets several things, none for one that says nothing we know.</summary>
internal static class InstructionReader
{
    private static readonly Dictionary<string, string[]> Flags = new Dictionary<string, string[]>
    {
        ["FROM"] = ["platform"],
        ["COPY"] = ["from", "chown", "chmod", "link", "parents", "exclude"],
        ["ADD"] = ["chown", "chmod", "link", "checksum", "keep-git-dir", "unpack", "exclude"],
        ["RUN"] = ["mount", "network", "security", "device"],
        ["HEALTHCHECK"] = ["interval", "timeout", "start-period", "start-interval", "retries"],
    };

    public static IReadOnlyList<DockerInstruction> Read(InstructionSyntax instruction, InstructionContext context)
    {
        CheckFlags(instruction, context);
        switch (instruction.Keyword.Value)
        {
            case "COPY" or "ADD":
                return CopyReader.Read(instruction, context);
            case "RUN":
                return RunReader.Read(instruction, context);
            case "ENV" or "LABEL" or "ARG":
                return VariableReader.Read(instruction, context);
            case "EXPOSE":
                return ExposeReader.Read(instruction, context);
            case "CMD" or "ENTRYPOINT" or "HEALTHCHECK" or "SHELL":
                return StartReader.Read(instruction, context);
            case "WORKDIR" or "USER" or "VOLUME" or "STOPSIGNAL" or "MAINTAINER":
                return PlaceReader.Read(instruction, context);
            case "ONBUILD":
                return OnBuild(instruction, context);
            default:
                Unknown(instruction, context);
                return [];
        }
    }

    private static List<DockerInstruction> OnBuild(InstructionSyntax instruction, InstructionContext context)
    {
        if (instruction.Arguments.Text.Length == 0)
        {
            context.ReportMissing(instruction, "an instruction");
            return [];
        }

        var inner = InstructionSplitter.Split(instruction.Arguments, context.Escape) with { Heredocs = instruction.Heredocs };
        if (inner.Keyword.Value is "ONBUILD" or "FROM" or "MAINTAINER")
        {
            context.Report(ProblemKind.Syntax, $"ONBUILD takes no {inner.Keyword.Value}", inner.Keyword.Span);
            return [];
        }

        return [new DockerInstruction.OnBuild(Read(inner, context), instruction.Span)];
    }

    private static void CheckFlags(InstructionSyntax instruction, InstructionContext context)
    {
        var known = Flags.GetValueOrDefault(instruction.Keyword.Value, []);
        foreach (var flag in instruction.Flags)
        {
            if (!known.Contains(flag.Name))
            {
                context.Report(ProblemKind.UnknownKey, $"{instruction.Keyword.Value} has no flag --{flag.Name}", flag.Span);
            }
        }
    }

    private static void Unknown(InstructionSyntax instruction, InstructionContext context)
    {
        var keyword = instruction.Keyword;
        var isConflict = keyword.Value is "<<<<<<<" or "=======" or ">>>>>>>" or "|||||||";
        context.Report(
            isConflict ? ProblemKind.ConflictMarker : ProblemKind.Syntax,
            isConflict ? "unresolved git conflict marker" : $"unknown instruction: {keyword.Span.Text}",
            keyword.Span
        );
    }
}
