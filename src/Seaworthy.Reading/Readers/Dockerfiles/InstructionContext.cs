using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;
using Seaworthy.Reading.Formats.Interpolation;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>What the instructions of one file share while they are read: the escape character, the finished stages, the shell in force, the problems.</summary>
internal sealed class InstructionContext(char escape)
{
    public char Escape { get; } = escape;

    public List<DockerStage> Stages { get; } = [];

    /// <summary>The ARGs before the first FROM.</summary>
    public List<DockerInstruction.Arg> GlobalArgs { get; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>The shell forms of the current stage are read by a shell of the Bourne family.</summary>
    public bool ShellIsPosix { get; set; } = true;

    public void Report(ProblemKind kind, string message, SourceSpan span) => Problems.Add(new Problem(kind, message, span));

    public void ReportMissing(InstructionSyntax instruction, string what) =>
        Report(ProblemKind.Syntax, $"{instruction.Keyword.Value} lacks {what}", instruction.Keyword.Span);

    public Template Template(MappedText text) => TemplateParser.Parse(text, TemplateFlavour.Dockerfile, Escape);

    /// <summary>The value of a flag; the last one wins.</summary>
    public Template? Flag(InstructionSyntax instruction, string name) =>
        instruction.Flags.LastOrDefault(flag => flag.Name == name)?.Value is { } value ? Template(value) : null;

    /// <summary>An earlier stage by name or number.</summary>
    public DockerStage? FindStage(string? nameOrNumber) =>
        nameOrNumber is null ? null
        : Stages.LastOrDefault(stage => stage.IsNamed(nameOrNumber)) is { } named ? named
        : int.TryParse(nameOrNumber, out var index) && index >= 0 && index < Stages.Count ? Stages[index]
        : null;
}
