using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>Commands of jobs on GitHub's own machines that need a value for every variable of a configuration.</summary>
/// <remarks>Source: Terraform documentation, "Input Variables", "Assigning Values to Root Module Variables"; HCP Terraform keeps values of its own.</remarks>
internal sealed class TerraformRuns
{
    private const string Prefix = "TF_VAR_";

    private readonly Deployment deployment;

    private TerraformRuns(Deployment deployment) => this.deployment = deployment;

    public static IReadOnlyList<TerraformRun> Link(Deployment deployment)
    {
        if (TerraformModules.Of(deployment) is not { } modules)
        {
            return [];
        }

        TerraformRuns linker = new(deployment);
        return
        [
            .. from calls in TerraformStepCall.OfJobs(deployment, modules)
            where calls.Key.Container is null
            from run in calls
                .Where(call => call.Call.SavedPlan is null && !KeepsValuesElsewhere(call.Module))
                .Select(linker.Run)
                .DistinctBy(run => new { run.Directory, IsMissing = run.Missing.Count > 0 })
            select run,
        ];
    }

    private TerraformRun Run(TerraformStepCall found)
    {
        var (workflow, job, step, call, module) = (found.Workflow, found.Job, found.Step, found.Call, found.Module);
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
        var written = WrittenValues.Before(call.Command, found.Before, step);
        given.UnionWith(written.Names);
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
        return new TerraformRun(found.Subject, call.Text, module.Directory, call.Command.Span, missing)
        {
            UnknownBecause = Doubt(workflow, step, call, found.Before, written),
        };
    }

    /// <summary>HCP Terraform and Terraform Enterprise keep variables beside the state.</summary>
    private static bool KeepsValuesElsewhere(TerraformModule module) =>
        module
            .Of("terraform")
            .SelectMany(block => block.Body.Blocks)
            .Any(block => block.Type.Value == "cloud" || (block.Type.Value == "backend" && block.Label(0) is "remote" or "atlas"));

    private string? Doubt(
        Workflow workflow,
        WorkflowStep step,
        TerraformCall call,
        IReadOnlyList<WorkflowStep> before,
        WrittenValues written
    )
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
            call.Files.FirstOrDefault(file =>
                !written.Files.Contains(file[(file.LastIndexOf('/') + 1)..])
                && !deployment.Tree.Files.Any(known => known.Path.EndsWith(file, StringComparison.Ordinal))
            ) is
            { } absent
        )
        {
            return $"{absent} is not in the repository";
        }

        if (written.Unread is { } unread)
        {
            return $"`{unread.Text}` may set them";
        }

        if (before.Append(step).Any(WrittenValues.IsNamedBy))
        {
            return $"a step of {workflow.File.Name} names a file of values";
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
