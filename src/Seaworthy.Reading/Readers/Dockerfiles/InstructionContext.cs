using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;
using Seaworthy.Reading.Formats.Interpolation;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>What the instructions of one file share while they are read: the escape character, the finished stages, the shell in force, the problems.</summary>
internal sealed class InstructionContext(char escape)
{
    private readonly List<DockerStage> stages = [];
    private readonly Dictionary<string, DockerStage> named = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DockerInstruction.Arg> arguments = new(StringComparer.Ordinal);
    private readonly List<DockerInstruction.Arg> globalArgs = [];

    public char Escape { get; } = escape;

    public IReadOnlyList<DockerStage> Stages => stages;

    /// <summary>The ARGs before the first FROM.</summary>
    public IReadOnlyList<DockerInstruction.Arg> GlobalArgs => globalArgs;

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
        : FindNamed(nameOrNumber) is { } found ? found
        : int.TryParse(nameOrNumber, out var index) && index >= 0 && index < Stages.Count ? Stages[index]
        : null;

    /// <summary>The last finished stage of a name.</summary>
    public DockerStage? FindNamed(string name) => named.GetValueOrDefault(name);

    /// <summary>The last ARG of a name before the first FROM.</summary>
    public DockerInstruction.Arg? FindGlobal(string name) => arguments.GetValueOrDefault(name);

    public void Add(DockerStage stage)
    {
        stages.Add(stage);
        if (stage.Name is { } name)
        {
            named[name.Value] = stage;
        }
    }

    public void Add(IEnumerable<DockerInstruction.Arg> globals)
    {
        foreach (var argument in globals)
        {
            globalArgs.Add(argument);
            arguments[argument.Name.Value] = argument;
        }
    }
}
