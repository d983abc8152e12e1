using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Names that pipelines and scripts use and something else defines.</summary>
internal static class NameMissingRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new NameMissing(
            PipelineRule.Info(
                "package-script-unknown",
                "Unknown package script",
                Severity.High,
                "The package manager finds no such script, and the step fails.",
                "package.json defines the script that the command runs.",
                Certainty.Likely
            ),
            [NameRole.PackageScript],
            use => $"{use.Subject} runs the script `{use.Name}`, which {Package(use)} does not define.",
            use => $"git grep -nF -e {$"\"{use.Name}\":"} -- {use.In}"
        ),
        new NameMissing(
            PipelineRule.Info(
                "task-unknown",
                "Unknown make target or task",
                Severity.High,
                "The tool finds no rule for the target, and the step fails.",
                "The target of the command is defined.",
                Certainty.Likely
            ),
            [NameRole.MakeTarget],
            use => $"{use.Subject} runs `{use.Tool} {use.Name}`, but {use.In} does not define that target.",
            use =>
                use.In.Contains('/', StringComparison.Ordinal)
                    ? (CommandText)$"{use.Tool} -n -f {use.In} {use.Name}"
                    : $"{use.Tool} -n {use.Name}"
        ),
        new NameMissing(
            PipelineRule.Info(
                "build-target-unknown",
                "Unknown binary or test target",
                Severity.High,
                "The shell finds no such program, or cargo no such target, and the step fails.",
                "The manifest defines the binary or test of the command.",
                Certainty.Likely
            ),
            [NameRole.Binary, NameRole.TestTarget],
            use =>
                use.Role == NameRole.Binary
                    ? $"{use.Subject} starts the binary `{use.Name}`, but {use.In} builds none of that name."
                    : $"{use.Subject} runs the test target `{use.Name}`, but {use.In} has none of that name.",
            use => $"cargo metadata --no-deps --format-version 1 | grep -F {$"\"name\":\"{use.Name}\""}"
        ),
        new NameMissing(
            PipelineRule.Info(
                "build-module-unknown",
                "Unknown build module",
                Severity.High,
                "Maven or Gradle stops before it builds anything.",
                "The build includes the module that the command selects.",
                Certainty.Likely
            ),
            [NameRole.BuildModule],
            use =>
                use.Tool == "mvn"
                    ? $"{use.Subject} selects the module `{use.Name}`, which {use.In} does not include."
                    : $"{use.Subject} runs a task of the project `{use.Name}`, which {use.In} does not include.",
            use => use.Tool == "mvn" ? (CommandText)$"mvn -q -pl {use.Name} validate" : $"gradle projects | grep -F {use.Name}"
        ),
        new NameMissing(
            PipelineRule.Info(
                "step-reference-unknown",
                "Undefined step reference",
                Severity.High,
                "The value is empty: image names lose their registry, conditions are false, deployments get no version.",
                "The step that the expression reads runs earlier under that id."
            ),
            [NameRole.WorkflowStep, NameRole.WorkflowStepOutput, NameRole.WorkflowStepProperty],
            use =>
                use.Role == NameRole.WorkflowStepProperty ? $"{use.Subject} reads `{use.Tool}` without `outputs`: it is always empty."
                : use.Role == NameRole.WorkflowStepOutput ? $"{use.Subject} reads `{use.Tool}`, but {use.In} has no output `{use.Name}`."
                : use.Related is { } later ? $"{use.Subject} reads `{use.Tool}`, but that step runs later ({later})."
                : $"{use.Subject} reads `{use.Tool}`, but no step of {use.In} has the id `{use.Name}`.",
            use => $"actionlint {use.Span.File.Path}",
            isLinted: true
        ),
        new NameMissing(
            PipelineRule.Info(
                "job-reference-unknown",
                "Undefined needs reference",
                Severity.High,
                "The value is empty: conditions are false, and versions and addresses are missing.",
                "The job lists the one it reads in `needs`, and that one declares the output."
            ),
            [NameRole.WorkflowNeed, NameRole.WorkflowJobOutput],
            use =>
                use.Role == NameRole.WorkflowJobOutput
                    ? $"{use.Subject} reads `{use.Tool}`, but {use.In} has no output `{use.Name}`."
                    : $"{use.Subject} reads `{use.Tool}`, but {use.In} does not need `{use.Name}`.",
            use => $"actionlint {use.Span.File.Path}",
            isOnePerSubject: true,
            isLinted: true
        ),
        new NameMissing(
            PipelineRule.Info(
                "workflow-input-unknown",
                "Unknown or missing workflow input",
                Severity.High,
                "GitHub rejects a call with an unknown input or without a required one; an undeclared input is always empty.",
                "The input is declared where it is read, and set where it is required."
            ),
            [NameRole.WorkflowInput, NameRole.CalledWorkflowInput],
            use =>
                use.Role == NameRole.WorkflowInput ? $"{use.Subject} reads `{use.Tool}`, but {use.In} declares no input `{use.Name}`."
                : use.Tool == CalledSecrets ? $"{use.Subject} calls {use.In} without its secrets: `{use.Name}` is empty there."
                : use.Tool.StartsWith("required", StringComparison.Ordinal)
                    ? $"{use.Subject} calls {use.In} without its {use.Tool} `{use.Name}`."
                : $"{use.Subject} passes the {use.Tool} `{use.Name}` to {use.In}, which does not declare it.",
            use => $"actionlint {use.Span.File.Path}",
            isLinted: true
        ),
        new NameMissing(
            PipelineRule.Info(
                "workflow-variable-undefined",
                "Undefined workflow variable",
                Severity.High,
                "The value is empty: image names, tags and credentials are missing. `env` holds only what the workflow itself sets, not the variables of the runner.",
                "The workflow sets the variable that the expression reads.",
                Certainty.Likely
            ),
            [NameRole.WorkflowVariable],
            use => $"{use.Subject} reads `{use.Tool}`, but nothing sets `{use.Name}`, so it is empty.",
            use => $"git grep -nE {$"^ *{use.Name}:"} -- {use.Span.File.Path}"
        ),
        new NameMissing(
            PipelineRule.Info(
                "action-input-unknown",
                "Unknown action input",
                Severity.Medium,
                "GitHub only warns in the log and ignores the input, so the setting keeps its default.",
                "The action declares the input.",
                Certainty.Likely
            ),
            [NameRole.ActionInput],
            use => $"{use.Subject} sets the input `{use.Name}`, which {use.In} does not have.",
            use => $"actionlint {use.Span.File.Path}",
            isCertain: false
        ),
        new NameMissing(
            PipelineRule.Info(
                "matrix-key-unknown",
                "Undefined matrix key",
                Severity.High,
                "The value is empty in every run of the job.",
                "The matrix of the job has the key that the expression reads."
            ),
            [NameRole.WorkflowMatrixKey],
            use => $"{use.Subject} reads `{use.Tool}`, but {use.In} has no `{use.Name}`.",
            use => $"actionlint {use.Span.File.Path}",
            isCertain: false,
            isLinted: true
        ),
        new NameMissing(
            PipelineRule.Info(
                "commanded-workload-unknown",
                "Unknown workload in kubectl command",
                Severity.High,
                "kubectl finds no such object and the step fails: nothing is awaited, restarted or rolled back.",
                "A manifest defines the workload and container of the command.",
                Certainty.Likely
            ),
            [NameRole.CommandedWorkload, NameRole.CommandedContainer, NameRole.CommandedNamespace],
            use =>
                use.Role == NameRole.CommandedNamespace
                    ? $"{use.Subject} looks for the {use.In} in the namespace `{use.Name}`, but its manifest states another."
                : use.Role == NameRole.CommandedContainer
                    ? $"{use.Subject} sets the image of the container `{use.Name}`, which {use.In} does not have."
                : $"{use.Subject} names the {use.Tool} `{use.Name}`, which no manifest defines.",
            use =>
                use.Role == NameRole.CommandedNamespace
                    ? (CommandText)$"kubectl -n {use.Name} get {use.Tool.ToLowerInvariant()} {use.In.Split(' ')[^1]}"
                : use.Role == NameRole.CommandedContainer
                    ? (CommandText)
                        $"kubectl get {use.In.Split(' ')[0].ToLowerInvariant()} {use.In.Split(' ')[^1]} -o yaml | grep -F {$"name: {use.Name}"}"
                : $"kubectl get {use.Tool.ToLowerInvariant()} {use.Name}"
        ),
    ];

    /// <summary>Secrets that a called workflow reads and does not declare.</summary>
    internal const string CalledSecrets = "secrets it reads";

    private static string Package(NameUse use) => use.In.Contains('/', StringComparison.Ordinal) ? use.In : $"the root {use.In}";
}
