using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>CMD, ENTRYPOINT or HEALTHCHECK looks like a JSON array and is none, so a shell gets the brackets.</summary>
internal sealed class BrokenExecForm : Rule<Dockerfile>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/broken-exec-form",
            Title = "Malformed exec form",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Docker runs the line in a shell instead, which finds no program named `[\"node\"`: the container exits, or its health check fails.",
            Holds = "Commands in brackets are JSON arrays.",
        };

    public override IEnumerable<Dockerfile> Subjects(Deployment deployment) =>
        deployment.Of<Dockerfile>().Where(file => Commands(file).Any());

    protected override Subject Identify(Dockerfile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(Dockerfile subject, Deployment deployment)
    {
        foreach (var (keyword, command, span) in Commands(subject).Where(found => found.Command.IsBrokenExec))
        {
            yield return Fail(span, $"The {keyword} of {subject.File.Path} is not valid JSON, so Docker passes `{command.Raw}` to a shell.")
                .Remedy($"Write valid JSON in {span}: double quotes, commas between the words, nothing after the closing bracket.")
                .VerifyGone();
        }
    }

    private static IEnumerable<Written> Commands(Dockerfile file)
    {
        foreach (var instruction in file.Stages.SelectMany(Heeded))
        {
            switch (instruction)
            {
                case DockerInstruction.Cmd cmd:
                    yield return new Written("CMD", cmd.Command, cmd.Span);
                    break;
                case DockerInstruction.Entrypoint entrypoint:
                    yield return new Written("ENTRYPOINT", entrypoint.Command, entrypoint.Span);
                    break;
                case DockerInstruction.Healthcheck { Command: { } command } check:
                    yield return new Written("HEALTHCHECK", command, check.Span);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Of several commands of one kind the last one counts.</summary>
    /// <remarks>Source: Dockerfile reference, "CMD".</remarks>
    private static IEnumerable<DockerInstruction> Heeded(DockerStage stage) =>
        stage
            .Instructions.Where(instruction =>
                instruction is DockerInstruction.Cmd or DockerInstruction.Entrypoint or DockerInstruction.Healthcheck
            )
            .Reverse()
            .DistinctBy(instruction => instruction.GetType())
            .Reverse()
            // An ENTRYPOINT that a shell runs takes no CMD.
            .Where(instruction => instruction is not DockerInstruction.Cmd || !RunsInShell(stage));

    private static bool RunsInShell(DockerStage stage) =>
        stage.Instructions.OfType<DockerInstruction.Entrypoint>().LastOrDefault()
            is { Command: { IsExec: false, IsBrokenExec: false, IsEmpty: false } };

    /// <summary>The command of an instruction.</summary>
    private sealed record Written(string Keyword, CommandLine Command, SourceSpan Span);
}
