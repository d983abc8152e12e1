namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>Which contexts and special functions expressions may use where.</summary>
/// <remarks>Source: GitHub Docs, "Contexts reference", Context availability.</remarks>
internal static class ContextSets
{
    public static IReadOnlyList<string> Workflow { get; } = ["github", "inputs", "vars"];

    public static IReadOnlyList<string> WorkflowWithSecrets { get; } = [.. Workflow, "secrets"];

    public static IReadOnlyList<string> CallOutput { get; } = [.. Workflow, "jobs"];

    public static IReadOnlyList<string> Needs { get; } = [.. Workflow, "needs"];

    public static IReadOnlyList<string> Strategy { get; } = [.. Needs, "strategy", "matrix"];

    public static IReadOnlyList<string> StrategyWithSecrets { get; } = [.. Strategy, "secrets"];

    public static IReadOnlyList<string> StrategyWithEnvironment { get; } = [.. Strategy, "env"];

    public static IReadOnlyList<string> Credentials { get; } = [.. Workflow, "secrets", "env"];

    public static IReadOnlyList<string> RunnerWithoutSecrets { get; } = [.. Strategy, "steps", "job", "runner", "env"];

    public static IReadOnlyList<string> Runner { get; } = [.. RunnerWithoutSecrets, "secrets"];

    public static IReadOnlyList<string> Step { get; } = [.. Runner, "hashFiles"];

    public static IReadOnlyList<string> JobCondition { get; } = [.. Needs, "always", "failure", "cancelled", "success"];

    public static IReadOnlyList<string> StepCondition { get; } =
    [.. RunnerWithoutSecrets, "always", "failure", "cancelled", "success", "hashFiles"];

    /// <summary>Steps of a composite action see neither secrets nor the workflow's variables.</summary>
    public static IReadOnlyList<string> ActionStep { get; } =
    ["github", "inputs", "strategy", "matrix", "steps", "job", "runner", "env", "hashFiles"];

    public static IReadOnlyList<string> ActionStepCondition { get; } = [.. ActionStep, "always", "failure", "cancelled", "success"];
}
