using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>The command that starts a workload, its place, and its directory.</summary>
/// <param name="Commands">Parsed; called scripts of the image are followed.</param>
/// <param name="WorkingDirectory">Inside the image; null when unknown.</param>
public sealed record ProcessStart(IReadOnlyList<ShellCommand> Commands, string? WorkingDirectory, SourceSpan Span)
{
    /// <summary>
    /// What the container starts in the end. The words of a command follow those of an entry point; with an entry script, which as a rule hands over, both stand for themselves.
    /// </summary>
    public IReadOnlyList<ShellCommand> Whole { get; init; } = Commands;

    /// <summary>The workload has a command of its own, and leaves the image its entry point; null otherwise.</summary>
    public EntryArguments? Arguments { get; init; }

    /// <summary>The program that the system itself starts; null when only the base image says.</summary>
    public StartProgram? Program { get; init; }

    /// <summary>As a person reads it.</summary>
    public string Text { get; init; } = "";

    /// <summary>A web server starts once <c>envsubst</c> has written variables into a script of its pages: browsers call what they name.</summary>
    public bool FillsPages =>
        $"{Span.Text} {Text}" is var start
        && start.Contains("envsubst", StringComparison.Ordinal)
        && start.Contains("nginx", StringComparison.Ordinal)
        && !start.Contains(".conf", StringComparison.Ordinal)
        && (start.Contains(".js", StringComparison.Ordinal) || start.Contains(".html", StringComparison.Ordinal));
}
