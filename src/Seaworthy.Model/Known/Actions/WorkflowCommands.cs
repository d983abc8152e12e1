namespace Seaworthy.Model.Known.Actions;

/// <summary>The runner's commands that have been given up.</summary>
/// <remarks>Source: GitHub changelog of 1 October 2020 (set-env, add-path; disabled 16 November 2020) and 11 October 2022 (set-output, save-state).</remarks>
public static class WorkflowCommands
{
    public static IReadOnlyList<WorkflowCommand> GivenUp { get; } =
    [
        new("set-env", "GITHUB_ENV", new DateOnly(2020, 11, 16), IsDisabled: true),
        new("add-path", "GITHUB_PATH", new DateOnly(2020, 11, 16), IsDisabled: true),
        new("set-output", "GITHUB_OUTPUT", new DateOnly(2022, 10, 11), IsDisabled: false),
        new("save-state", "GITHUB_STATE", new DateOnly(2022, 10, 11), IsDisabled: false),
    ];
}
