using System.Runtime.CompilerServices;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step replaces the running version of the product, and keeps nothing of it.</summary>
/// <param name="Place">The command, else the step.</param>
/// <param name="IsOfFiles">Files are written over others; otherwise an image takes the place of another.</param>
internal sealed record Replacement(DeployingPipeline Pipeline, SourceSpan Place, bool IsOfFiles)
{
    // They keep previous versions, and have a command for a rollback.
    private static readonly string[] VersionKeepers = ["helm", "kamal", "heroku", "fly", "flyctl", "dokku"];

    // Words of the names of actions that write files over others, and of those that apply manifests or start containers.
    private static readonly string[] Copying = ["scp", "ftp", "sftp", "rsync", "ssh", "s3", "cpanel"];
    private static readonly string[] Applying = ["kubectl", "k8s", "kubernetes", "compose"];

    // Asked for each step that deploys, and the same for all steps of a job.
    private static readonly ConditionalWeakTable<PipelineJob, StrongBox<bool>> Kept = [];
    private static readonly ConditionalWeakTable<PipelineJob, StrongBox<bool>> Brought = [];

    /// <summary>The last of each pipeline.</summary>
    public static IEnumerable<Replacement> All(Deployment deployment) =>
        from deploying in DeployingPipeline.Steps(deployment)
        where !Keeps(deploying)
        let found = Of(deploying, deployment)
        where found is not null
        group found by found.Pipeline.Pipeline into same
        select same.Last();

    /// <summary>The system, or the tool with which the job deploys, keeps previous versions.</summary>
    /// <remarks>
    /// Source: AWS CodePipeline User Guide, "Configuring stage rollback"; Atlassian Support, "Deployments in Bitbucket Pipelines": an earlier deployment is deployed again.
    /// </remarks>
    private static bool Keeps(DeployingPipeline deploying) =>
        deploying.Pipeline.Declared is CommandPipeline { System: "codebuild" or "bitbucket" }
        || Kept.GetValue(
            deploying.Job,
            job => new StrongBox<bool>(
                job.Steps.SelectMany(step => step.Purposes)
                    .Any(purpose => purpose.Intent == StepIntent.Deploy && VersionKeepers.Contains(CommandLine.Of(purpose.Command).Program))
            )
        ).Value;

    private static Replacement? Of(DeployingPipeline deploying, Deployment deployment)
    {
        var step = deploying.Step;
        return step.Purposes.LastOrDefault(purpose => StartsImage(purpose, deploying, deployment)) is { } started
                ? new Replacement(deploying, PlaceOf(started, deploying), IsOfFiles: false)
            : step.Purposes.LastOrDefault(purpose => WritesFiles(purpose, deploying)) is { } written
                ? new Replacement(deploying, PlaceOf(written, deploying), IsOfFiles: true)
            : Action(deploying) is not { } action ? null
            : Says(action, Applying) ? new Replacement(deploying, step.Span, IsOfFiles: false)
            : Says(action, Copying) ? new Replacement(deploying, step.Span, IsOfFiles: true)
            : null;
    }

    private static SourceSpan PlaceOf(StepCommand purpose, DeployingPipeline deploying) =>
        purpose.Command.Span.File == deploying.File ? purpose.Command.Span : deploying.Step.Span;

    private static bool StartsImage(StepCommand purpose, DeployingPipeline deploying, Deployment deployment) =>
        purpose.Intent == StepIntent.Deploy
        && KnownCommand
            .Of(purpose.Command)
            .Any(known =>
                known switch
                {
                    DockerRunCommand run => !ForeignSoftware.IsRun(run),
                    ComposeCommand { Verb: "up" } => !ForeignSoftware.IsStarted(purpose.Command, deployment),
                    KubectlCommand { Verb: "apply" or "replace" or "create" or "set image" or "run" } => !ForeignSoftware.IsApplied(
                        purpose.Command,
                        deployment
                    ),
                    // The same tag is pulled again.
                    KubectlCommand { Verb: "rollout restart" } or ComposeCommand { Verb: "restart" } => BringsBefore(deploying),
                    _ => false,
                }
            );

    private static bool WritesFiles(StepCommand purpose, DeployingPipeline deploying) =>
        purpose.Intent == StepIntent.Deploy
        && (
            CommandLine.Of(purpose.Command).Program is "systemctl" or "supervisorctl" or "pm2" or "service" && BringsBefore(deploying)
            || KnownCommand
                .Of(purpose.Command)
                .Any(known => known is FileCommand { Tool: "scp" or "rsync" } or PlatformCommand { Platform: "aws", Verb: "s3 sync" })
        );

    /// <summary>The restarted version was fetched, installed or built before. A restart alone changes no version.</summary>
    private static bool BringsBefore(DeployingPipeline deploying) =>
        Brought
            .GetValue(
                deploying.Job,
                job => new StrongBox<bool>(
                    job.Steps.SelectMany(step => step.Purposes)
                        .Any(purpose =>
                            purpose.Intent
                                is StepIntent.Checkout
                                    or StepIntent.Install
                                    or StepIntent.Build
                                    or StepIntent.BuildImage
                                    or StepIntent.PushImage
                        )
                )
            )
            .Value;

    private static ActionReference? Action(DeployingPipeline deploying) =>
        deploying.Pipeline.Declared is Workflow workflow && deploying.Step.Purposes.Count == 0
            ? workflow.Job(deploying.Job.Id)?.Steps.FirstOrDefault(step => step.Span == deploying.Step.Span)?.Uses
            : null;

    private static bool Says(ActionReference action, string[] words) => action.Name.Split('/', '-', '_', '.').Any(words.Contains);
}
