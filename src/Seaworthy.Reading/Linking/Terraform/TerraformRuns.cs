using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>Commands of jobs on GitHub's own machines that need a value for every variable of a configuration.</summary>
/// <remarks>Source: Terraform documentation, "Input Variables", "Assigning Values to Root Module Variables"; HCP Terraform keeps values of its own.</remarks>
internal sealed class TerraformRuns
{
    private const string Prefix = "TF_VAR_";

    private readonly Deployment deployment;
    private readonly TerraformModules modules;

    private TerraformRuns(Deployment deployment, TerraformModules modules)
    {
        this.deployment = deployment;
        this.modules = modules;
    }

    public static IReadOnlyList<TerraformRun> Link(Deployment deployment)
    {
        if (TerraformModules.Of(deployment) is not { } modules)
        {
            return [];
        }

        TerraformRuns linker = new(deployment, modules);
        return
        [
            .. from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            where job is { RunsOn.IsHosted: true, Container: null }
            from run in linker.OfJob(workflow, job).DistinctBy(run => new { run.Directory, IsMissing = run.Missing.Count > 0 })
            select run,
        ];
    }

    private IEnumerable<TerraformRun> OfJob(Workflow workflow, WorkflowJob job)
    {
        for (var at = 0; at < job.Steps.Count; at++)
        {
            var step = job.Steps[at];
            if (step.ContinueOnError is not null)
            {
                // Nobody is stopped by it.
                continue;
            }

            var before = job.Steps.Take(at).ToList();
            foreach (var command in step.Run?.Commands ?? [])
            {
                if (
                    TerraformCall.Of(command) is { } call
                    && before.Any(IsCheckout)
                    && Directory(workflow, job, step, call) is { } directory
                    && modules.Find(directory) is { } module
                    && TerraformModules.AreAllRead(deployment.Tree, module)
                    && !KeepsValuesElsewhere(module)
                )
                {
                    yield return Run(workflow, job, step, call, module) with
                    {
                        UnknownBecause = Doubt(workflow, step, call, before),
                    };
                }
            }
        }
    }

    private static TerraformRun Run(Workflow workflow, WorkflowJob job, WorkflowStep step, TerraformCall call, TerraformModule module)
    {
        var given = call.Variables.ToHashSet(StringComparer.Ordinal);
        given.UnionWith(
            module
                .Values.Where(file =>
                    (
                        file.File.Directory == module.Directory
                        && (file.File.Name == "terraform.tfvars" || file.File.Name.EndsWith(".auto.tfvars", StringComparison.Ordinal))
                    ) || call.Files.Any(named => RepositoryPath.Join(module.Directory, named) == file.File.Path)
                )
                .SelectMany(file => file.Body.Attributes)
                .Select(attribute => attribute.Name.Value)
        );
        given.UnionWith(
            workflow
                .Environment.Concat(job.Environment)
                .Concat(step.Environment)
                .Where(variable => variable.Name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(variable => variable.Name[Prefix.Length..])
        );
        List<Fact<string>> missing =
        [
            .. module
                .Variables.Values.Where(block => block.Body["default"] is null && !given.Contains(block.Label(0)))
                // Set by a step, in whatever way.
                .Where(block => !workflow.File.Text.Contains(Prefix + block.Label(0), StringComparison.Ordinal))
                .Select(block => new Fact<string>(block.Label(0), block.Span))
                .OrderBy(variable => variable.Span.File.Path, StringComparer.Ordinal)
                .ThenBy(variable => variable.Span.Start),
        ];
        return new TerraformRun($"{workflow.File.Name}: {job.Id}", call.Text, module.Directory, call.Command.Span, missing);
    }

    private static string? Directory(Workflow workflow, WorkflowJob job, WorkflowStep step, TerraformCall call)
    {
        var start =
            step.WorkingDirectory is not { } written ? ""
            : JobValues.Of(written, workflow, job, step) is [var only] ? only
            : null;
        return start is null || call.Command.Directory is not { } own || call.ChangesTo is { Literal: null }
            ? null
            : RepositoryPath.Join(RepositoryPath.Join(RepositoryPath.Join("", start), own), call.ChangesTo?.Literal ?? "");
    }

    /// <summary>HCP Terraform and Terraform Enterprise keep variables beside the state.</summary>
    private static bool KeepsValuesElsewhere(TerraformModule module) =>
        module
            .Of("terraform")
            .SelectMany(block => block.Body.Blocks)
            .Any(block => block.Type.Value == "cloud" || (block.Type.Value == "backend" && block.Label(0) is "remote" or "atlas"));

    private string? Doubt(Workflow workflow, WorkflowStep step, TerraformCall call, IReadOnlyList<WorkflowStep> before)
    {
        var text = workflow.File.Text;
        if (call.Computed is { } word)
        {
            return $"{word.Raw} may set them";
        }

        if (text.Contains("TF_CLI_ARGS", StringComparison.Ordinal))
        {
            return "TF_CLI_ARGS may set them";
        }

        if (
            call.Files.FirstOrDefault(file => !deployment.Tree.Files.Any(known => known.Path.EndsWith(file, StringComparison.Ordinal))) is
            { } absent
        )
        {
            return $"{absent} is not in the repository";
        }

        if (call.Files.Count == 0 && text.Contains(".tfvars", StringComparison.Ordinal))
        {
            return $"{workflow.File.Name} mentions a file of values";
        }

        return before.FirstOrDefault(other => other.Uses is { } uses && !IsHarmless(uses)) is { Uses: { } opaque }
                ? $"{opaque.Raw} may set them"
            : before.Append(step).SelectMany(other => other.Run?.Commands ?? []).FirstOrDefault(SetsUnknown) is { } setter
                ? $"`{setter.Span.Line.Trim()}` may set them"
            : null;
    }

    /// <summary>Variables from a file, or lines for later steps that are no plain text.</summary>
    private static bool SetsUnknown(ShellCommand command) =>
        command.Program is "source" or "." or "eval" or "direnv" or "dotenv"
        || (
            command.Program is not ("echo" or "printf")
            && command.Redirects.Any(redirect => redirect.Target?.Raw.Contains("GITHUB_ENV", StringComparison.Ordinal) == true)
        )
        || (command.Program == "tee" && command.Arguments.Any(word => word.Raw.Contains("GITHUB_ENV", StringComparison.Ordinal)));

    private static bool IsCheckout(WorkflowStep step) =>
        step.Uses?.Name == "actions/checkout" && step.Input("repository") is null && step.Input("path") is null;

    private static bool IsHarmless(ActionReference uses) =>
        uses.Name
            is "actions/checkout"
                or "actions/cache"
                or "actions/github-script"
                or "hashicorp/setup-terraform"
                or "opentofu/setup-opentofu"
                or "terraform-linters/setup-tflint"
                or "aws-actions/configure-aws-credentials"
                or "aws-actions/amazon-ecr-login"
                or "google-github-actions/auth"
                or "google-github-actions/setup-gcloud"
                or "azure/login"
                or "Azure/login"
        || uses.Name.StartsWith("actions/setup-", StringComparison.Ordinal)
        || uses.Name.StartsWith("docker/", StringComparison.Ordinal);
}
