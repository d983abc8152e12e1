using Seaworthy.Model;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>Deployments of images by commands of the cloud providers, actions of GitHub, tasks of Azure Pipelines and orbs of CircleCI.</summary>
/// <remarks>
/// Source: AWS CLI, "ecs register-task-definition", "lambda update-function-code"; gcloud, "run deploy"; Azure CLI, "webapp config container set", "containerapp update";
/// README of each action.
/// </remarks>
internal static class OutsideDeployments
{
    // Actions by name, with the input that names the service.
    private static readonly Dictionary<string, Deployer> Actions = new(StringComparer.Ordinal)
    {
        ["aws-actions/amazon-ecs-deploy-task-definition"] = new(TerraformImage.Ecs, "service"),
        ["google-github-actions/deploy-cloudrun"] = new(TerraformImage.CloudRun, "service"),
        ["azure/webapps-deploy"] = new(TerraformImage.WebApp, "app-name"),
        ["azure/container-apps-deploy-action"] = new(TerraformImage.ContainerApp, "containerAppName"),
    };

    // Tasks of Azure Pipelines and commands of orbs, without their version.
    private static readonly Dictionary<string, string> Tasks = new(StringComparer.Ordinal)
    {
        ["AzureWebAppContainer"] = TerraformImage.WebApp,
        ["AzureContainerApps"] = TerraformImage.ContainerApp,
        ["aws-ecs/update-service"] = TerraformImage.Ecs,
        ["aws-ecs/deploy-service-update"] = TerraformImage.Ecs,
        ["aws-ecs/deploy_service_update"] = TerraformImage.Ecs,
        ["aws-ecs/update_service"] = TerraformImage.Ecs,
    };

    public static IReadOnlyList<OutsideDeployment> Link(Deployment deployment) =>
        [
            .. deployment.Commands.Select(ByCommand).OfType<OutsideDeployment>(),
            .. from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            from step in job.Steps
            let deployer = Actions.GetValueOrDefault(step.Uses?.Name ?? "")
            // Without an image the action brings a zip file or the source.
            where deployer is not null && (deployer.Kind != TerraformImage.WebApp || step.Input("images") is not null)
            select new OutsideDeployment(
                deployer.Kind,
                $"{workflow.File.Name}: {job.Id}",
                step.Uses?.Name ?? "",
                step.Input(deployer.Input)?.Literal,
                step.Uses?.Span ?? step.Span
            )
            {
                Image = (step.Input("image") ?? step.Input("images") ?? step.Input("imageToDeploy"))?.Raw,
            },
            .. from pipeline in deployment.Of<CommandPipeline>()
            from stage in pipeline.Stages
            from used in stage.Uses
            let kind = Tasks.GetValueOrDefault(used.Value.Split('@')[0])
            where kind is not null
            select new OutsideDeployment(kind, $"{pipeline.File.Name}: {stage.Name}", used.Value, null, used.Span),
        ];

    private static OutsideDeployment? ByCommand(CommandSite site)
    {
        var words = site.Command.Words.Select(word => word.Literal ?? "").ToList();
        var found = words switch
        {
            // update-service alone may name the newest revision, which is Terraform's.
            ["aws", "ecs", "register-task-definition", ..] => new Asked(TerraformImage.Ecs, 3, ""),
            ["gcloud", "run", "deploy", ..] when HasImage(words) => new Asked(TerraformImage.CloudRun, 3, ""),
            ["gcloud", "run", "services", "update", ..] when HasImage(words) => new Asked(TerraformImage.CloudRun, 4, ""),
            ["aws", "lambda", "update-function-code", ..] when words.Contains("--image-uri") => new Asked(
                TerraformImage.Lambda,
                3,
                "--function-name"
            ),
            ["az", "webapp", "config", "container", "set", ..] => new Asked(TerraformImage.WebApp, 5, "--name"),
            ["az", "containerapp", "update", ..] when HasImage(words) => new Asked(TerraformImage.ContainerApp, 3, "--name"),
            ["kubectl", "set", "image", ..] => new Asked(TerraformImage.Kubernetes, 3, ""),
            _ => null,
        };
        return found is null
            ? null
            : new OutsideDeployment(
                found.Kind,
                site.Subject,
                string.Join(' ', words.Take(found.Words)),
                Named(site.Command, found),
                site.Span
            )
            {
                Image = site.Command.Text,
            };
    }

    private static bool HasImage(List<string> words) =>
        words.Exists(word => word == "--image" || word.StartsWith("--image=", StringComparison.Ordinal));

    /// <summary>The service of the command: the value of the option, or the first operand.</summary>
    private static string? Named(ShellCommand command, Asked asked)
    {
        if (asked.Option.Length == 0)
        {
            var first = command.Words.Skip(asked.Words).FirstOrDefault()?.Literal;
            return first is null or ['-', ..] ? null : first[(first.LastIndexOf('/') + 1)..];
        }

        for (var at = 0; at < command.Words.Count; at++)
        {
            var word = command.Words[at];
            if (word.Literal == asked.Option || (asked.Option == "--name" && word.Literal == "-n"))
            {
                return at + 1 < command.Words.Count ? command.Words[at + 1].Literal : null;
            }

            if (word.Prefix.StartsWith(asked.Option + "=", StringComparison.Ordinal))
            {
                return word.Literal?[(asked.Option.Length + 1)..];
            }
        }

        return null;
    }

    private sealed record Deployer(string Kind, string Input);

    /// <param name="Words">How many words name what is done.</param>
    /// <param name="Option">What names the service; empty for the first operand.</param>
    private sealed record Asked(string Kind, int Words, string Option);
}
