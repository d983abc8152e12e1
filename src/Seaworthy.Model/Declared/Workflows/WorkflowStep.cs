using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A step of a job: an action, or a script.</summary>
/// <param name="Span">The line at which a report points: the step's first key with its value.</param>
public sealed record WorkflowStep(SourceSpan Span)
{
    public Fact<string>? Id { get; init; }

    public ExpressionTemplate? Name { get; init; }

    public Condition? If { get; init; }

    public ActionReference? Uses { get; init; }

    public IReadOnlyList<NamedTemplate> With { get; init; } = [];

    public StepScript? Run { get; init; }

    /// <summary>Commands that the action runs on another machine (the <c>script</c> of an SSH action).</summary>
    public IReadOnlyList<ShellCommand> RemoteCommands { get; init; } = [];

    /// <summary>As written on the step.</summary>
    public Fact<string>? Shell { get; init; }

    /// <summary>Where the script runs, with the defaults of job and workflow applied; null = the root of the workspace. Actions do not heed it.</summary>
    public ExpressionTemplate? WorkingDirectory { get; init; }

    public IReadOnlyList<NamedTemplate> Environment { get; init; } = [];

    public ExpressionTemplate? ContinueOnError { get; init; }

    public ExpressionTemplate? TimeoutMinutes { get; init; }

    public ExpressionTemplate? Input(string name) =>
        With.FirstOrDefault(input => string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;
}
