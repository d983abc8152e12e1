using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Nothing checks the health of a served image.</summary>
internal sealed class NoHealthCheck : Rule<Image>
{
    private const int MostTasks = 4;

    private static readonly PerDeployment<HashSet<object>> CheckedElsewhere = new(deployment =>
        deployment
            .Services.Where(service => service.Workloads.Any(workload => workload.Probes.Count > 0))
            .SelectMany(IEnumerable<object> (service) => service.Workloads)
            .ToHashSet(ReferenceEqualityComparer.Instance)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/no-health-check",
            IsPractice = true,
            Title = "Missing health check",
            Area = Area.PortsAndHealth,
            Severity = Severity.Low,
            Rationale = "Docker cannot detect a process that hangs: it keeps the container running, and starts what depends on it.",
            Holds = "A health check covers the service.",
        };

    public override IEnumerable<Image> Subjects(Deployment deployment)
    {
        var leftBehind = OrphanDockerfiles.LeftBehind(deployment);
        // Asked of all source once, and only where an image is run by nothing.
        Lazy<bool> isBalanced = new(() => IsAskedByBalancer(deployment));
        return deployment
            .Images.Where(image => !image.IsForDevelopment && HasPrograms(image) && IsServed(image, deployment))
            .Where(image => !RunsTests(image, deployment) && !ExportedImage.Is(image, deployment))
            .Where(image => !leftBehind.Contains(image.Dockerfile.File) && !IsForOthers(image, deployment, isBalanced))
            .DistinctBy(image => new { image.Dockerfile, image.Final.Declared });
    }

    protected override Subject Identify(Image subject) => new(subject.Name, subject.Final.Declared.Span);

    protected override IEnumerable<Verdict> Check(Image subject, Deployment deployment)
    {
        var users = deployment.WorkloadsOf(subject).ToList();
        if (
            HasOwn(subject)
            || InheritsOne(subject, deployment)
            || users.Count == 0 && (IsCheckedByName(subject, deployment) || EcsTasks.AskAnother(deployment))
            || users.Count > 0 && users.TrueForAll(workload => workload.Listens.IsNowhere)
            || InnerStage.IsForTheDesk(subject, deployment, stage => stage.Healthcheck is not null)
            || users.Exists(workload => workload.Probes.Count > 0 || IsCheckedElsewhere(workload, deployment))
        )
        {
            yield break;
        }

        var title = InnerStage.Title(subject, deployment);
        var isOnFly = users.Count > 0 && users.TrueForAll(workload => workload.Kind == TargetKind.Fly);
        var tasks = EcsTasks.Running(users, deployment);
        yield return Warn(
                subject.Final.Declared.Span,
                users.Count > 0 ? $"{title} has no HEALTHCHECK, and {Nobody(users)}." : $"{title} serves a port but has no HEALTHCHECK."
            )
            .As(users.Exists(workload => workload.Environment == TargetEnvironment.Production) ? Severity.Medium : Severity.Low)
            .Related(users.Select(workload => workload.Span).Take(4))
            .Remedy(
                isOnFly
                    ? $"Add a check that asks the service itself to {users[0].Span.File.Path}, as `[[http_service.checks]]` or `[[services.http_checks]]`: Fly.io ignores HEALTHCHECK."
                : tasks.Count > 0
                    ? $"Add `healthCheck` to the container that runs it in `container_definitions` ({NameList.Of(tasks, MostTasks)}), with a command that asks the service itself: Amazon ECS ignores the HEALTHCHECK of the image."
                : $"Add a HEALTHCHECK to {subject.Dockerfile.File.Path}, a `healthcheck:` to the compose service, or probes to the pod, that asks the service itself."
            )
            .Verify(Check(subject, users, isOnFly, deployment));
    }

    /// <summary>In an image without a shell there is no program that could ask.</summary>
    private static bool HasPrograms(Image image) => image.Final.PublicBase?.HasShell != false;

    /// <summary>Only Docker reads HEALTHCHECK. Kubernetes has probes, of which another rule speaks; Cloud Run and Azure have checks of their own.</summary>
    private static bool IsForOthers(Image image, Deployment deployment, Lazy<bool> isBalanced)
    {
        var users = deployment.WorkloadsOf(image).ToList();
        return users.Count > 0
            ? users.TrueForAll(workload => workload.Kind is TargetKind.Kubernetes or TargetKind.CloudRun or TargetKind.ContainerApps)
            : deployment.All<ChartImage>().Any(other => ReferenceEquals(other.Image.Dockerfile, image.Dockerfile))
                || isBalanced.Value
                || IsForChart(image, deployment)
                || HasChartBeside(image, deployment)
                || IsProbedInChart(image, deployment)
                || deployment.Workloads.Any(workload => MayRun(workload, image))
                || image.Dockerfile.Comments.Any(comment => comment.Value.Contains("Cloud Run", StringComparison.OrdinalIgnoreCase))
                || deployment.Commands.Any(site => site.Known.OfType<PlatformCommand>().Any(HasOwnChecks))
                // Source: Microsoft Learn, "Health probes in Azure Container Apps": what Azure runs of its registry, it asks by probes, never by the image.
                || deployment.Of<Workflow>().Any(workflow => workflow.NamesAzureRegistry)
                // Source: Amazon ECS developer guide, "Determine Amazon ECS task health": it asks by the task definition, never by the image.
                || deployment.Commands.Any(site =>
                    site.Command.Words.Any(word => word.Raw.Contains(".dkr.ecr.", StringComparison.Ordinal))
                );
    }

    /// <summary>A stack of AWS CDK or Terraform says what the load balancer in front asks.</summary>
    /// <remarks>Sources: AWS CDK API reference, "ApplicationTargetGroup", "configureHealthCheck"; Terraform AWS provider, "aws_lb_target_group", "health_check".</remarks>
    private static bool IsAskedByBalancer(Deployment deployment) =>
        deployment.Of<CodeFile>().Any(file => file.AsksByBalancer())
        || deployment
            .Of<TerraformFile>()
            .SelectMany(file => file.Body.Of("resource"))
            .Any(resource =>
                resource.Label(0) is "aws_lb_target_group" or "aws_alb_target_group" && resource.Body.Of("health_check").Any()
            );

    /// <summary>The one chart of the repository runs the one image that it builds.</summary>
    private static bool IsForChart(Image image, Deployment deployment) =>
        deployment.Of<HelmChart>().Count == 1 && deployment.Images.All(other => ReferenceEquals(other.Dockerfile, image.Dockerfile));

    /// <summary>A chart in a directory of its own beside the Dockerfile: it runs what that builds.</summary>
    private static bool HasChartBeside(Image image, Deployment deployment) =>
        image.Dockerfile.File.Directory is { Length: > 0 } directory
        && deployment.Of<HelmChart>().Any(chart => chart.File.Directory.StartsWith(directory + "/", StringComparison.Ordinal));

    /// <summary>Values of a chart, over which its templates range, name a service like the directory of the Dockerfile and say how it is probed.</summary>
    private static bool IsProbedInChart(Image image, Deployment deployment) =>
        image.Dockerfile.File.Directory.Split('/')[^1] is { Length: > 0 } directory
        && deployment
            .Of<HelmValues>()
            .SelectMany(file => file.Values.Select(value => new { Service = ServiceNamed(value, directory), file.Values }))
            .Any(named =>
                named.Service is { } service
                && named.Values.Any(value =>
                    value.Path.StartsWith(service + ".", StringComparison.Ordinal)
                    && value.Path.Split('.').Any(key => key is "readinessProbe" or "livenessProbe" or "startupProbe")
                )
            );

    /// <summary><c>services.tracking</c> of <c>services.tracking.name: tracking-service</c>; null where something else is named.</summary>
    private static string? ServiceNamed(HelmValue value, string name) =>
        value.Value?.Value == name && value.Path.EndsWith(".name", StringComparison.Ordinal) ? value.Path[..^".name".Length]
        : value.Path.Split('.') is var keys && Array.IndexOf(keys, name) is >= 0 and var at ? string.Join('.', keys.Take(at + 1))
        : null;

    /// <summary>A pod runs an image that nobody knows, on a port that this one serves.</summary>
    private static bool MayRun(Workload workload, Image image) =>
        workload is { Kind: TargetKind.Kubernetes, Image: null, Public: null }
        && workload.Ports.Any(port => image.Final.ExposedPorts.Any(exposed => exposed.Value == port.Container));

    private static bool HasOwnChecks(PlatformCommand command) =>
        command.IsToCloudRun || (command.Platform == "az" && command.Verb.StartsWith("containerapp", StringComparison.Ordinal));

    private static bool IsServed(Image image, Deployment deployment) =>
        image.Final.ExposedPorts.Count > 0
        || deployment.WorkloadsOf(image).Any(workload => !workload.IsOneShot && workload.Ports.Any(port => !port.IsInformational));

    /// <summary>Whatever starts in it ends with its tests: nothing stays that could be asked.</summary>
    private static bool RunsTests(Image image, Deployment deployment) =>
        DockerfileStarts
            .Of(image.Dockerfile, deployment)
            .Where(startup => ReferenceEquals(startup.Image?.Final.Declared, image.Final.Declared))
            .Select(startup => startup.Start?.Whole)
            .ToList()
            is { Count: > 0 } starts
        && starts.TrueForAll(start => start is [.., var last] && KnownCommand.Of(last).Any(known => known is TestRunCommand));

    /// <summary>HEALTHCHECK of the last stage or of one below it; NONE counts: somebody decided.</summary>
    private static bool HasOwn(Image image) => image.Final.Declared.Down.Any(stage => stage.Healthcheck is not null);

    /// <summary>Its base image is built here too, and has a check.</summary>
    private static bool InheritsOne(Image image, Deployment deployment) =>
        image.Down(image.Final).Last().Base.Text is { } text
        && ImageReference.Parse(text) is { } reference
        && NamedDockerfile.Of(reference, image.Dockerfile.File, deployment)?.Final is { } below
        && below.Down.Any(stage => stage.Healthcheck is not null);

    /// <summary>A compose service checks an image that is no known public one, and is named like the Dockerfile or its directory.</summary>
    private static bool IsCheckedByName(Image image, Deployment deployment) =>
        deployment.Workloads.Any(workload =>
            workload is { Kind: TargetKind.Compose, Image: null, Public: null, Reference.Value.Outline: { } outline, Probes.Count: > 0 }
            && ImageReference.Parse(outline) is { } reference
            && NamedDockerfile.Builds(image.Dockerfile.File, reference)
        );

    private static bool IsCheckedElsewhere(Workload workload, Deployment deployment) => CheckedElsewhere.Of(deployment).Contains(workload);

    private static string Nobody(IReadOnlyList<Workload> users)
    {
        var names = users.Select(workload => workload.ToString()).Distinct(StringComparer.Ordinal).Take(3).ToList();
        return names is [var only] ? $"{only} does not check it either" : $"neither {string.Join(" nor ", names)} checks it";
    }

    private static CommandText Check(Image subject, List<Workload> users, bool isOnFly, Deployment deployment) =>
        isOnFly ? $"fly checks list"
        : users.Find(workload => workload.Kind == TargetKind.Compose) is { } service
            ? $"docker inspect --format '{{{{.State.Health.Status}}}}' $({TargetCommand.Compose(service, deployment)} ps -q {service.Name})   # must say healthy"
        : users.Count > 0
            ? (CommandText)
                $"git grep -nE 'healthCheck|livenessProbe:|readinessProbe:|HEALTHCHECK' -- {users[0].Span.File.Path} {subject.Dockerfile.File.Path}   # must find one"
        : $"git grep -n ^HEALTHCHECK -- {subject.Dockerfile.File.Path}   # must find one";
}
