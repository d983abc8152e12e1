using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>What has run in a job before one of its commands.</summary>
/// <param name="Steps">The whole steps.</param>
/// <param name="Commands">Theirs, and those of the same step that stand before it.</param>
internal sealed record JobPast(IReadOnlyList<WorkflowStep> Steps, IReadOnlyList<ShellCommand> Commands)
{
    /// <summary>A step that runs commands which are not read.</summary>
    public bool HasUnread => Steps.Any(step => step.Run is { Commands.Count: 0 });

    /// <summary>An action that may bring files or install something.</summary>
    public bool MayHaveBrought => Steps.Any(HostedJob.MayBring);
}
