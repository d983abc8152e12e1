using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads the steps of a job or of a composite action, with the defaults that hold around them.</summary>
internal sealed class StepReader(IReadOnlyList<RunDefaults?> defaults, string? runnerShell)
{
    private const int MaximumDepth = 8;

    public IReadOnlyList<WorkflowStep> Read(Node? steps)
    {
        List<WorkflowStep> found = [];
        Collect(steps, found, 0);
        return found;
    }

    // Steps of a "parallel" group count as steps of the job, in the order of the file.
    private void Collect(Node? steps, List<WorkflowStep> found, int depth)
    {
        foreach (var item in steps?.Items ?? [])
        {
            if (item["parallel"] is SequenceNode group && depth < MaximumDepth)
            {
                Collect(group, found, depth + 1);
            }
            else if (item is MappingNode mapping)
            {
                found.Add(Step(mapping));
            }
        }
    }

    private WorkflowStep Step(MappingNode node)
    {
        var shell = node["shell"]?.Fact;
        var uses = ActionReferenceParser.Parse(node["uses"]);
        return new WorkflowStep(Place(node))
        {
            Id = node["id"]?.Fact,
            Name = node["name"].Template(),
            If = node["if"].Condition(),
            Uses = uses,
            With = node["with"].Named(),
            RemoteCommands = uses is null ? [] : RemoteCommands(uses, node["with"]),
            Run = Script(node["run"], shell),
            Shell = shell,
            WorkingDirectory = node["run"] is null ? null : WorkingDirectory(node),
            Environment = node["env"].Named(),
            ContinueOnError = node["continue-on-error"].Template(),
            TimeoutMinutes = node["timeout-minutes"].Template(),
        };
    }

    private ExpressionTemplate? WorkingDirectory(MappingNode node) =>
        node["working-directory"].Template()
        ?? defaults.Select(level => level?.WorkingDirectory).FirstOrDefault(directory => directory is not null);

    private StepScript? Script(Node? run, Fact<string>? shell)
    {
        if (run is not ScalarNode { IsNull: false } scalar || scalar.Template() is not { } text)
        {
            return null;
        }

        var written = shell ?? defaults.Select(level => level?.Shell).FirstOrDefault(found => found is not null);
        var name = written is null ? runnerShell : RunnerShells.NameOf(written.Value);
        var failsOnPipe = written is { Value: var line } && (line == "bash" || line.Contains("pipefail", StringComparison.Ordinal));
        var syntax = RunnerShells.IsPosix(name)
            ? ShellParser.Read(scalar.Mapped, RunnerShells.StopsOnError(written?.Value), failsOnPipe)
            : null;
        return new StepScript(text, syntax?.Commands ?? [], name)
        {
            FailsOnPipe = failsOnPipe,
            StoppingCounters = syntax?.StoppingCounters ?? [],
            CountingSteps = syntax?.CountingSteps ?? [],
            Problems = name is null || !RunnerShells.IsPosix(name) ? [] : StepSyntax.ProblemsOf(scalar.Mapped),
        };
    }

    // Without script_stop a remote script goes on after a command that fails.
    private static IReadOnlyList<ShellCommand> RemoteCommands(ActionReference uses, Node? with)
    {
        if (KnownActions.Find(uses.Name) is not { Purposes.Count: > 0 } action)
        {
            return [];
        }

        List<ShellCommand> commands = [];
        foreach (var entry in with?.Entries ?? [])
        {
            if (entry.Value is ScalarNode { IsNull: false } script && action.PurposeOf(entry.Key) == ActionInputPurpose.RemoteScript)
            {
                commands.AddRange(ShellParser.Parse(script.Mapped, stopsOnError: with?["script_stop"]?.Text == "true"));
            }
        }

        return commands;
    }

    private static SourceSpan Place(MappingNode node) => node.Entries is [var first, ..] ? first.Span : node.Span;
}
