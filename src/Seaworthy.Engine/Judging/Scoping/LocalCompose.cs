using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Judging.Scoping;

/// <summary>A Compose project that no pipeline and no script starts, while a pipeline deploys the software to a cluster or a platform: it is for a developer's machine.</summary>
internal static class LocalCompose
{
    // Programs that bring software to where it runs.
    private static readonly string[] Programs = ["kubectl", "helm", "flyctl", "fly", "heroku", "railway", "oc", "eb", "argocd"];

    // The same of the command lines of clouds, which do much else.
    private static readonly string[] CloudCommands =
    [
        "gcloud run deploy",
        "gcloud app deploy",
        "aws ecs update-service",
        "aws ecs create-service",
        "aws apprunner",
        "aws elasticbeanstalk",
        "aws lambda update-function-code",
        "az webapp",
        "az containerapp",
        "doctl apps",
    ];

    private static readonly string[] Actions =
    [
        "k8s",
        "kube",
        "helm",
        "gke",
        "aks",
        "eks",
        "ecs-deploy",
        "ecs-render",
        "deploy-cloudrun",
        "webapps-deploy",
        "container-apps-deploy",
        "flyctl",
        "heroku-deploy",
        "beanstalk",
    ];

    private static readonly PerDeployment<Answer> Answers = new(deployment => new Answer(Find(deployment)));

    /// <summary>Why a Compose file without an environment is for developers; null when it may be what is deployed.</summary>
    public static string? Because(Deployment deployment) => Answers.Of(deployment).Because;

    private static string? Find(Deployment deployment) =>
        deployment.Of<ComposeFile>().Count == 0
        || deployment.Commands.Any(site => StartsCompose(site.Command) && IsUnattended(deployment, site))
            ? null
        : deployment.Pipelines.FirstOrDefault(pipeline => pipeline.Declared is not ShellScript && DeploysElsewhere(deployment, pipeline))
            is { } other
            ? $"{other.Declared.File.Path} deploys otherwise, and no pipeline or script starts it."
        : null;

    private static bool StartsCompose(ShellCommand command) =>
        command.Program == "docker-compose"
        || (command.Program == "docker" && command.Arguments.FirstOrDefault()?.Literal is "compose" or "stack");

    /// <summary>A target of a Makefile and a script of a package are for people; a pipeline and a shell script may deploy.</summary>
    private static bool IsUnattended(Deployment deployment, CommandSite site) =>
        deployment.At<ShellScript>(site.Span.File.Path) is not null
        || deployment.Pipelines.Any(pipeline => pipeline.Declared.File == site.Span.File);

    private static bool DeploysElsewhere(Deployment deployment, Pipeline pipeline) =>
        pipeline.Jobs.Any(job =>
            job.Deploys && job.Steps.Any(step => step.Intents.Contains(StepIntent.Deploy) && step.Commands.Any(IsElsewhere))
        )
        || deployment.WorkflowSteps.Any(step =>
            step.Span.File == pipeline.Declared.File
            && step.Uses is { } action
            && Array.Exists(Actions, part => action.Name.Contains(part, StringComparison.OrdinalIgnoreCase))
        );

    private static bool IsElsewhere(ShellCommand command) =>
        Array.Exists(Programs, program => command.Program == program)
        || Array.Exists(CloudCommands, words => command.Text.StartsWith(words, StringComparison.Ordinal));

    private sealed record Answer(string? Because);
}
