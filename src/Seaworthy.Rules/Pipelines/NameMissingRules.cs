using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The names that pipelines and scripts use and something else must define.</summary>
internal static class NameMissingRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new NameMissing(
            PipelineRule.Info(
                "package-script-unknown",
                "Package script that does not exist",
                Severity.High,
                "The package manager finds no script of that name, and the step fails.",
                "The script that the command runs is in package.json.",
                Certainty.Likely
            ),
            [NameRole.PackageScript],
            use => $"{use.Subject} runs the script {use.Name}, which {Package(use)} does not have: {NotFound(use)}.",
            use => $"git grep -nF -e {$"\"{use.Name}\":"} -- {use.In}"
        ),
        new NameMissing(
            PipelineRule.Info(
                "task-unknown",
                "Make target or task that does not exist",
                Severity.High,
                "The tool answers that it has no rule for the target, and the step fails.",
                "The target that the command names is defined.",
                Certainty.Likely
            ),
            [NameRole.MakeTarget],
            use => $"{use.Subject} calls {use.Tool} {use.Name}, which {use.In} does not define: the command fails.",
            use =>
                use.In.Contains('/', StringComparison.Ordinal)
                    ? (CommandText)$"{use.Tool} -n -f {use.In} {use.Name}"
                    : $"{use.Tool} -n {use.Name}"
        ),
        new NameMissing(
            PipelineRule.Info(
                "build-target-unknown",
                "Binary or test target that the build does not make",
                Severity.High,
                "The shell finds no such program, or the build tool no such target, and the step fails.",
                "The manifest defines the binary or test that the command names.",
                Certainty.Likely
            ),
            [NameRole.Binary, NameRole.TestTarget],
            use =>
                use.Role == NameRole.Binary
                    ? $"{use.Subject} starts the binary {use.Name}, but {use.In} builds none of that name: there is no such file."
                    : $"{use.Subject} runs the test target {use.Name}, but {use.In} has none of that name: cargo answers `no test target named {use.Name}`.",
            use => $"cargo metadata --no-deps --format-version 1 | grep -F {$"\"name\":\"{use.Name}\""}"
        ),
        new NameMissing(
            PipelineRule.Info(
                "build-module-unknown",
                "Module that the build does not have",
                Severity.High,
                "The build tool looks for the module among those of the build, and ends when there is none of that name.",
                "The module that the command selects is one of the build.",
                Certainty.Likely
            ),
            [NameRole.BuildModule],
            use =>
                use.Tool == "mvn"
                    ? $"{use.Subject} selects the module {use.Name}, which {use.In} does not take in: Maven answers `Could not find the selected project in the reactor`."
                    : $"{use.Subject} runs a task of the project {use.Name}, which {use.In} does not include: Gradle answers `project not found in root project`.",
            use => use.Tool == "mvn" ? (CommandText)$"mvn -q -pl {use.Name} validate" : $"gradle projects | grep -F {use.Name}"
        ),
        new NameMissing(
            PipelineRule.Info(
                "step-reference-unknown",
                "Expression that reads a step or output that does not exist",
                Severity.High,
                "GitHub puts nothing in its place: image names lose their registry, conditions are false, deployments get an empty version.",
                "The step that the expression reads stands before it under that id."
            ),
            [NameRole.WorkflowStep, NameRole.WorkflowStepOutput],
            use =>
                use.Role == NameRole.WorkflowStepOutput
                    ? $"{use.Subject} reads {use.Tool}, but {use.In} has no output {use.Name}: the value is empty."
                : use.Related is { } later ? $"{use.Subject} reads {use.Tool}, but that step runs later ({later}): the value is empty."
                : $"{use.Subject} reads {use.Tool}, but no step of {use.In} has the id {use.Name}: the value is empty.",
            use => $"actionlint {use.Span.File.Path}",
            isLinted: true
        ),
        new NameMissing(
            PipelineRule.Info(
                "job-reference-unknown",
                "Expression that reads a job or output that it does not get",
                Severity.High,
                "GitHub puts nothing in its place: conditions are false, and versions and addresses are empty.",
                "The job that the expression reads is needed, and gives that output."
            ),
            [NameRole.WorkflowNeed, NameRole.WorkflowJobOutput],
            use =>
                use.Role == NameRole.WorkflowJobOutput
                    ? $"{use.Subject} reads {use.Tool}, but {use.In} has no output {use.Name}: the value is empty."
                    : $"{use.Subject} reads {use.Tool}, but {use.In} does not need {use.Name}: the value is empty.",
            use => $"actionlint {use.Span.File.Path}",
            isOnePerSubject: true,
            isLinted: true
        ),
        new NameMissing(
            PipelineRule.Info(
                "workflow-input-unknown",
                "Input of a workflow that is not declared, or not given",
                Severity.High,
                "GitHub refuses a call with an unknown input or without a required one, and an undeclared input is empty wherever it is read.",
                "The input is declared where it is read, and given where it is required."
            ),
            [NameRole.WorkflowInput, NameRole.CalledWorkflowInput],
            use =>
                use.Role == NameRole.WorkflowInput
                    ? $"{use.Subject} reads {use.Tool}, but {use.In} declares no input {use.Name}: the value is empty."
                : use.Tool.StartsWith("required", StringComparison.Ordinal)
                    ? $"{use.Subject} calls {use.In} without its {use.Tool} {use.Name}: GitHub refuses the workflow."
                : $"{use.Subject} gives {use.In} the {use.Tool} {use.Name}, which it does not declare: GitHub refuses the workflow.",
            use => $"actionlint {use.Span.File.Path}",
            isLinted: true
        ),
        new NameMissing(
            PipelineRule.Info(
                "action-input-unknown",
                "Input that the action does not have",
                Severity.Medium,
                "GitHub warns in the log and leaves the input out: whatever it was meant to change keeps its default.",
                "The action has the input that it is given.",
                Certainty.Likely
            ),
            [NameRole.ActionInput],
            use => $"{use.Subject} gives {use.In} the input {use.Name}, which the action does not have: it is ignored.",
            use => $"actionlint {use.Span.File.Path}",
            isCertain: false
        ),
        new NameMissing(
            PipelineRule.Info(
                "matrix-key-unknown",
                "Expression that reads an axis that the matrix does not have",
                Severity.High,
                "The value is empty in every run of the job.",
                "The matrix of the job has the axis that the expression reads."
            ),
            [NameRole.WorkflowMatrixKey],
            use => $"{use.Subject} reads {use.Tool}, but {use.In} has no {use.Name}: the value is empty.",
            use => $"actionlint {use.Span.File.Path}",
            isCertain: false,
            isLinted: true
        ),
        new NameMissing(
            PipelineRule.Info(
                "commanded-workload-unknown",
                "kubectl for a workload that no manifest makes",
                Severity.High,
                "kubectl answers `not found`: what was applied is not waited for, restarted or rolled back, and the step fails.",
                "The workload, and the container in it, that the command names is in the manifests.",
                Certainty.Likely
            ),
            [NameRole.CommandedWorkload, NameRole.CommandedContainer],
            use =>
                use.Role == NameRole.CommandedContainer
                    ? $"{use.Subject} sets the image of the container {use.Name}, which {use.In} does not have: kubectl answers `unable to find container named`."
                    : $"{use.Subject} names the {use.Tool} {use.Name}, which no manifest makes: kubectl answers `not found`.",
            use =>
                use.Role == NameRole.CommandedContainer
                    ? (CommandText)
                        $"kubectl get {use.In.Split(' ')[0].ToLowerInvariant()} {use.In.Split(' ')[^1]} -o yaml | grep -F {$"name: {use.Name}"}"
                    : $"kubectl get {use.Tool.ToLowerInvariant()} {use.Name}"
        ),
    ];

    /// <remarks>Sources: npm's <c>run-script</c>; Yarn and pnpm look for a program of that name next, and word it otherwise from release to release.</remarks>
    private static string Package(NameUse use) =>
        use.In.Contains('/', StringComparison.Ordinal) ? use.In : $"{use.In} of the repository root";

    private static string NotFound(NameUse use) =>
        use.Tool switch
        {
            "npm" => "npm answers `Missing script`",
            "bun" => "bun answers `Script not found`",
            var other => $"{other} finds neither a script nor a program of that name, and fails",
        };
}
