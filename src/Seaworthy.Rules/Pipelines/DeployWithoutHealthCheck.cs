using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline starts a new version and never checks whether it works.</summary>
internal sealed class DeployWithoutHealthCheck : Rule<DeployingPipeline>
{
    private const string ValidationHook = "ValidateService";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/deploy-without-health-check",
            IsPractice = true,
            Title = "Deployment without health check",
            Area = Area.PortsAndHealth,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "The pipeline may be green while the new version restarts in a loop, and users notice first.",
            Holds = "A step checks the new version after the deployment.",
        };

    // Platforms check the health of a release themselves.
    private static readonly string[] OwnMeans = ["docker", "docker-compose", "kubectl", "ssh", "systemctl", "pm2", "helm", "supervisorctl"];

    public override IEnumerable<DeployingPipeline> Subjects(Deployment deployment) =>
        DeployingPipeline
            .All(deployment)
            .Where(pipeline =>
                // Other systems wait in plug-ins and blocks that are not read.
                pipeline.Pipeline.Declared
                    is Workflow
                        or ShellScript
                && pipeline.Job.Steps.SelectMany(step => step.Purposes).Any(IsOwnDeployment)
            );

    protected override Subject Identify(DeployingPipeline subject) =>
        new($"{subject.File.Name}: {subject.Job.Id}".TrimEnd(':', ' '), subject.Place);

    protected override IEnumerable<Verdict> Check(DeployingPipeline subject, Deployment deployment)
    {
        var asks = subject.Pipeline.Jobs.Any(job =>
            job.Steps.Any(step =>
                step.Intents.Any(intent => intent is StepIntent.WaitForHealth or StepIntent.SmokeTest or StepIntent.RollBack)
                || step.Purposes.Any(purpose => WaitsByOrder(purpose, deployment))
            )
        );
        if (!asks && !Aftermath.IsAsked(subject) && !IsValidated(subject, deployment))
        {
            yield return Warn(subject.Place, $"{subject.Name} deploys, but no step checks whether the new version is healthy.")
                .Remedy(
                    $"After {subject.Place}, wait for health (`docker compose up -d --wait`, `kubectl rollout status`, `curl -fsS --retry 10 …/health`)."
                )
                .Verify($"git grep -nE 'wait|rollout status|curl' -- {subject.File.Path}   # must find one after the deployment");
        }
    }

    /// <summary>CodeDeploy runs the script, and checks the health of the release in its own hook.</summary>
    /// <remarks>Source: AWS CodeDeploy, "AppSpec 'hooks' section": a deployment whose <c>ValidateService</c> fails has failed.</remarks>
    private static bool IsValidated(DeployingPipeline pipeline, Deployment deployment) =>
        deployment
            .Of<ToolFile>()
            .Any(specification =>
                specification.Tool == "CodeDeploy"
                && specification.File.Mentions(ValidationHook)
                && specification.File.Mentions(pipeline.File.Name)
            );

    /// <summary>A service that waits for another to be healthy starts after it is, and <c>docker compose up</c> fails when it never is.</summary>
    private static bool WaitsByOrder(StepCommand purpose, Deployment deployment) =>
        purpose.Command.StopsOnError
        && deployment.ComposeCalls.Any(call =>
            call.Verb == "up"
            && call.Site.Span == purpose.Command.Span
            && Projects(call, deployment)
                .SelectMany(project => project.Services)
                .SelectMany(service => service.DependsOn)
                .Any(dependency => dependency.WaitsForHealth && IsOwn(dependency.Service.Value, deployment))
        );

    /// <summary>The projects that the command starts; when a script computes the path, the project beside it.</summary>
    private static IEnumerable<ComposeProject> Projects(ComposeCall call, Deployment deployment) =>
        call.Project is { } project
            ? [project]
            : deployment.ComposeStacks.Select(stack => stack.Project).Where(beside => beside.Directory == call.Site.Span.File.Directory);

    /// <summary>Software of this repository: that its database is healthy says nothing of the new version.</summary>
    private static bool IsOwn(string service, Deployment deployment) =>
        deployment.Workloads.Any(workload => workload.Name == service && workload is { Kind: TargetKind.Compose, Public: null });

    private static bool IsOwnDeployment(StepCommand purpose) =>
        purpose.Intent == StepIntent.Deploy && purpose.Command.Words.Any(word => OwnMeans.Contains(word.Literal ?? ""));
}
