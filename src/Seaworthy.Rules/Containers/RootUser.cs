using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The process of an image runs as root.</summary>
internal sealed class RootUser : Rule<Image>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/root-user",
            IsPractice = true,
            Title = "Container running as root",
            Area = Area.Security,
            Severity = Severity.Medium,
            Rationale = "An attacker who breaks into the process owns the container, and is one kernel bug away from the host.",
            Holds = "The image's process does not run as root.",
        };

    private const int FirstFreePort = 1024;

    // The user of distroless images, by number.
    private const string Nonroot = "65532:65532";

    // What nobody starts, and bases nobody here knows, are not judged.
    public override IEnumerable<Image> Subjects(Deployment deployment) =>
        deployment
            .Images.Where(image => !image.IsForDevelopment && (image.Final.User is not null || image.Final.PublicBase is not null))
            .DistinctBy(image => new { image.Dockerfile, image.Final.Declared });

    protected override Subject Identify(Image subject) =>
        new(subject.Name, subject.Final.User?.Span ?? subject.Final.Declared.Span, subject.Final.Declared.Name?.Value);

    protected override IEnumerable<Verdict> Check(Image subject, Deployment deployment)
    {
        var isRoot = subject.Final.User is { } user ? IsRoot(user.Value) : subject.Final.PublicBase is { User: "root", DropsRoot: false };
        if (
            !isRoot
            || DropsRoot(subject, deployment)
            || StartsSystem(subject)
            || SupervisesOthers(subject, deployment)
            || StartsNginx(subject)
            || SupervisesMasters(subject, deployment)
            || IsNginxOfAScript(subject, deployment)
            || ChangesNetwork(subject)
            || HoldsData(subject)
            || HoldsTools(subject, deployment)
            || IsRunForTasks(subject, deployment)
            || IsOnlyBuilt(subject, deployment)
            || ExportedImage.Is(subject, deployment)
            || RunsElsewhereAs(subject, deployment)
            || InnerStage.IsForTheDesk(subject, deployment, stage => stage.User is { } last && !IsRoot(last.Name.Raw))
        )
        {
            yield break;
        }

        var title = InnerStage.Title(subject, deployment);
        var place = subject.Final.User?.Span ?? subject.Final.Declared.Span;
        var start = subject.Final.User is { Value: var last }
            ? $"{title} ends with `USER {last}`"
            : $"{title} sets no USER, and {subject.Final.BaseTitle ?? "its base image"} starts as root";
        if (MayNeedRoot(subject, deployment) is { } doubt)
        {
            yield return Unknown(place, $"{start}; unknown whether it needs root: {doubt.Reason}.").Related(doubt.Place);
            yield break;
        }

        var verdict = Warn(place, $"{start}.")
            .As(
                OrphanDockerfiles.LeftBehind(deployment).Contains(subject.Dockerfile.File)
                || IsForPipelines(subject)
                || IsShort(subject, deployment)
                    ? Severity.Low
                    : Info.Severity
            )
            .Related(Upper(subject).Select(stage => stage.Span));
        yield return subject.Final.PublicBase?.HasShell == false
            ? verdict
                .Remedy(
                    $"Write `USER {Nonroot}` before the command of {subject.Dockerfile.File.Path}, and copy the files it writes to with `--chown={Nonroot}`: {subject.Final.BaseTitle} cannot create an account, and a number needs none.{Besides(subject)}"
                )
                .Verify($"docker image inspect --format '{{{{.Config.User}}}}' {BuiltImage.Built(subject)}   # must print a user")
            : verdict
                .Remedy(
                    $"Add a user and `USER <name>` {Before(subject)}, and give it the files it writes to{Elsewhere(subject)}.{Tools(subject)}{Besides(subject)}{Supervised(subject, deployment)}{Shared(subject, deployment)}{Port(subject)}"
                )
                .Verify($"docker run --rm --entrypoint id {BuiltImage.Built(subject)} -u   # must not print 0");
    }

    private static (SourceSpan Place, string Reason)? MayNeedRoot(Image image, Deployment deployment) =>
        DockerClient.SocketOf(image, deployment) is { } socket
            ? (socket, $"it uses the Docker socket ({socket}), which belongs to root and controls the host")
        : HostDevices.Of(image, deployment) is { } devices
            ? (devices, $"{devices} gives it devices of the host, which belong to root and groups of the host")
        : Cron.Of(image, deployment) is { } cron ? (cron, $"cron ({cron}) becomes the user of each table")
        : HomeAssistantOf(image, deployment) is { } app ? (app.File.Whole, $"Home Assistant ({app.File.Path}) mounts /data for root")
        : null;

    /// <summary>The app whose image is built from this Dockerfile: no other Dockerfile is nearer above its configuration.</summary>
    private static HomeAssistantApp? HomeAssistantOf(Image image, Deployment deployment) =>
        deployment
            .Of<HomeAssistantApp>()
            .FirstOrDefault(app =>
                app.File.IsBelow(image.Dockerfile.File.Directory)
                && !deployment
                    .Of<Dockerfile>()
                    .Any(other =>
                        other.File.Directory.Length > image.Dockerfile.File.Directory.Length && app.File.IsBelow(other.File.Directory)
                    )
            );

    /// <summary>A stage before the last may get its command elsewhere: one in the Dockerfile is of another stage.</summary>
    private static string Before(Image image) =>
        InnerStage.Of(image) is { } stage && image.Final.Declared is { Cmd: null, Entrypoint: null }
            ? $"at the end of stage {stage} of {image.Dockerfile.File.Path}"
            : $"before the command of {image.Dockerfile.File.Path}";

    // Only root may read its home directory.
    private static string Elsewhere(Image image) =>
        $"{image.Final.WorkingDirectory}/".StartsWith("/root/", StringComparison.Ordinal)
            ? ", in a directory of its own instead of /root"
            : "";

    /// <summary>Tools that a manager installs below /root, such as pnpm or rustup, are unreachable for other users.</summary>
    private static string Tools(Image image) =>
        image
            .Final.Declared.Down.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Env>()
            .FirstOrDefault(variable => variable.Name.Value != "HOME" && variable.Value.Raw.Contains("/root/", StringComparison.Ordinal))
            is { } home
            ? $" Move {home.Name.Value} out of /root ({home.Pair}), for example to /opt: only root may enter /root."
            : "";

    /// <summary>Stages that are built on this one inherit its user, and what they run was written for root.</summary>
    private static string Besides(Image image) =>
        Upper(image).FirstOrDefault() is { } stage
            ? $" {stage.Span} builds on it and runs its own commands: write `USER root` below that line, and the user again after them."
            : "";

    /// <summary>supervisord that is not root starts nothing as another user, not even as root.</summary>
    /// <remarks>Source: Supervisor documentation, "Configuration File", "user".</remarks>
    private static string Supervised(Image image, Deployment deployment) =>
        deployment
            .Of<SupervisorConfig>()
            .Where(config =>
                image.Dockerfile.File.Mentions(config.File.Name)
                && $"/{config.File.Path}".StartsWith($"/{image.Dockerfile.File.Directory}".TrimEnd('/') + "/", StringComparison.Ordinal)
            )
            .SelectMany(config => config.Users)
            .Select(user => user.Span.ToString())
            .ToList()
            is { Count: > 0 } places
            ? $" Set that user in {string.Join(", ", places)} as well: without root, supervisord cannot start programs as another user."
            : "";

    /// <summary>What one of them writes into a volume as root, the other may not change as anybody else.</summary>
    private static string Shared(Image image, Deployment deployment)
    {
        return deployment
            .WorkloadsOf(image.Dockerfile)
            .SelectMany(workload => VolumeWriters.Written(workload).Select(volume => new { workload.TargetName, Volume = volume }))
            .SelectMany(held =>
                VolumeWriters
                    .Of(held.TargetName, held.Volume, deployment)
                    .Where(other => other.Image is { } built && !ReferenceEquals(built.Dockerfile, image.Dockerfile) && !IsNginx(built))
                    .Take(1)
                    .Select(other => $" {other.Name} ({other.Span}) also writes to the volume {held.Volume}: run both as the same user.")
            )
            .FirstOrDefault("");
    }

    /// <summary>Its workers only read what they serve, and its master starts as root.</summary>
    private static bool IsNginx(Image image) => StartsNginx(image) || image.Final.PublicBase?.Name == "nginx";

    /// <summary>Docker lets everybody listen everywhere; other runtimes keep the lower ports for root.</summary>
    /// <remarks>Sources: Docker Engine release notes, 20.10 (net.ipv4.ip_unprivileged_port_start); aws/containers-roadmap, issue 1721.</remarks>
    private static string Port(Image image) =>
        image.Final.ExposedPorts.FirstOrDefault(port => port.Value < FirstFreePort) is { } low
            ? $" On Kubernetes and ECS it must then listen on port {FirstFreePort} or higher: change {low.Value} in {low.Span}, in its command and in its callers."
            : "";

    private static IEnumerable<DockerStage> Upper(Image image) =>
        image.Dockerfile.Stages.Where(stage =>
            stage.Down.Skip(1).Any(below => ReferenceEquals(below, image.Final.Declared))
            && stage
                .Instructions.TakeWhile(instruction => instruction is not DockerInstruction.User)
                .Any(instruction => instruction is DockerInstruction.Run)
        );

    private static bool IsRoot(string user) => user.Split(':')[0] is "root" or "0";

    /// <summary>Jobs of a pipeline run in it, as root by the design of most runners, and nobody reaches them.</summary>
    private static bool IsForPipelines(Image image) =>
        image.Final.ExposedPorts.Count == 0
        && image.Dockerfile.File.Directory.Split('/').Any(part => part is "ci" or ".ci" or "runner" or "runners" or ".github" or ".gitlab");

    /// <summary>It migrates a database and ends: nobody reaches it.</summary>
    private static bool IsShort(Image image, Deployment deployment) =>
        image.Final.ExposedPorts.Count == 0
        && DockerfileStarts.Of(image.Dockerfile, deployment).Where(startup => startup.Image == image).ToList() is { Count: > 0 } startups
        && startups.TrueForAll(startup =>
            startup is { UnknownBecause: null, Programs.Count: > 0 }
            && startup.Programs.All(command => KnownCommand.Of(command).OfType<MigrationCommand>().Any())
        );

    /// <summary>The start script gives up root before it hands over.</summary>
    private static bool DropsRoot(Image image, Deployment deployment) =>
        DockerfileStarts.Of(image.Dockerfile, deployment).Any(startup => startup.DropsRoot);

    /// <summary>A whole system in a container: its first process is systemd, which nobody but root can be.</summary>
    private static bool StartsSystem(Image image) =>
        new[] { image.Final.Entrypoint, image.Final.Command }.Any(start =>
            start?.Raw is { } text
            && (text.Contains("/sbin/init", StringComparison.Ordinal) || text.Contains("systemd", StringComparison.Ordinal))
        ) || image.Final.Commands.Any(at => at.Command.Program == "systemctl" && at.Command.Words.Any(word => word.Literal == "enable"));

    /// <summary>The first process of s6-overlay, which starts each service by a script of its own, and every such script of the repository names another user.</summary>
    /// <remarks>Source: just-containers/s6-overlay, README, "Writing a service script".</remarks>
    private static bool SupervisesOthers(Image image, Deployment deployment) =>
        new[] { image.Final.Entrypoint, image.Final.Command }.Any(start =>
            start is { Commands: [{ Words: [{ Literal: "/init" }, ..] }, ..] }
        )
        && deployment
            .Of<ShellScript>()
            .Where(script =>
                script.File.Name == "run"
                && (
                    script.File.Path.Contains("services.d/", StringComparison.Ordinal)
                    || script.File.Path.Contains("s6-rc.d/", StringComparison.Ordinal)
                )
            )
            .ToList()
            is { Count: > 0 } services
        && services.TrueForAll(service => service.Commands.Any(NamesAnother));

    private static bool NamesAnother(ShellCommand command) =>
        command.Words.Any(word =>
            word.Prefix is "s6-setuidgid" or "gosu" or "su-exec" or "setpriv" or "chpst"
            || (word.Prefix.StartsWith("--user=", StringComparison.Ordinal) && !IsRoot(word.Prefix["--user=".Length..]))
        );

    /// <summary>Its master opens the ports as root, and the workers that serve are somebody else.</summary>
    /// <remarks>Source: nginx documentation, "Core functionality", "user".</remarks>
    private static bool StartsNginx(Image image) =>
        new[] { image.Final.Entrypoint, image.Final.Command }.Any(start => start?.Raw.Contains("nginx", StringComparison.Ordinal) is true);

    /// <summary>All that supervisord starts are masters: their workers are those that serve, as the user of their configuration.</summary>
    /// <remarks>Sources: nginx documentation, "Core functionality", "user"; PHP manual, "FPM configuration", "user".</remarks>
    private static bool SupervisesMasters(Image image, Deployment deployment) =>
        DockerfileStarts
            .Of(image.Dockerfile, deployment)
            .Any(startup =>
                startup is { Workload: null, UnknownBecause: null, Programs.Count: > 0 }
                && startup.Text.Contains("supervisord", StringComparison.Ordinal)
                && startup.Programs.All(IsMaster)
            );

    private static bool IsMaster(ShellCommand command) =>
        command.Program == "nginx"
        || (
            command.Program.StartsWith("php-fpm", StringComparison.Ordinal)
            && !command.Words.Any(word => word.Literal is "-R" or "--allow-to-run-as-root")
        );

    /// <summary>It installs nginx, holds no program of the repository, and a script starts the one by a configuration that names another user for the workers.</summary>
    private static bool IsNginxOfAScript(Image image, Deployment deployment) =>
        image.Components.Count == 0
        && image.Final.ExposedPorts.Any(port => port.Value is 80 or 443)
        && image.Final.Commands.Any(at =>
            at.Command.Program is "apt-get" or "apt" or "apk" or "dnf" or "yum" or "dpkg"
            && at.Command.Words.Any(word => word.Prefix.StartsWith("nginx", StringComparison.Ordinal))
        )
        && deployment.Of<NginxFile>().Any(file => file is { IsWhole: true, User: { } worker } && !IsRoot(worker.Value.Split(' ')[0]));

    /// <summary>It installs what changes the network of the host or of others, which nobody but root may do.</summary>
    private static bool ChangesNetwork(Image image) =>
        image.Final.Commands.Any(at =>
            at.Command.Program is "apt-get" or "apt" or "apk" or "dnf" or "yum" or "microdnf"
            && at.Command.Words.Any(word => word.Literal is "iptables" or "nftables" or "iproute2" or "wireguard-tools" or "openvpn")
        );

    /// <summary>Made for its volumes: what it starts ends at once, and nobody can break into it.</summary>
    private static bool HoldsData(Image image) =>
        image.Final is { ExposedPorts: [], Entrypoint: null, Command.Commands: [{ Program: "true", Words.Count: 1 }] };

    /// <summary>Tools that somebody calls: it serves nothing and starts a shell, or nothing of its own on a plain system or with programs in the directory of root, which another user may not enter.</summary>
    private static bool HoldsTools(Image image, Deployment deployment) =>
        image.Final.ExposedPorts.Count == 0
        && !deployment.WorkloadsOf(image.Dockerfile).Any()
        && !OwnContainer.Of(image, deployment).Any(own => own.Container.Ports.Count > 0)
        && (StartsShell(image.Final) || (image.Final is { Entrypoint: null, Command: null } && IsMeantForRoot(image.Final)));

    /// <summary>Without a terminal a shell ends at once: it is run with something to do, such as a package to build or a process to look into.</summary>
    private static bool StartsShell(ImageStage stage) =>
        (stage.Entrypoint is null || stage.Command is null)
        && (stage.Entrypoint ?? stage.Command) is { Commands: [var start] }
        && start.Program is "sh" or "bash" or "ash" or "dash" or "zsh"
        && start.Arguments.All(word => word.Literal is "-l" or "-i" or "-li" or "-il" or "--login");

    private static bool IsMeantForRoot(ImageStage stage) =>
        stage.PublicBase?.Role == ImageRole.System
        || stage.Declared.Instructions.Any(instruction =>
            instruction is DockerInstruction.Env { Name.Value: "PATH", Value.Raw: var path }
            && path.Contains("/root/", StringComparison.Ordinal)
        );

    /// <summary>How texts for people run the one image of the repository, by the name that they have it built under.</summary>
    private static IEnumerable<DockerRunCommand> Documented(Image image, Deployment deployment)
    {
        var known = deployment.Images.All(other => ReferenceEquals(other.Dockerfile, image.Dockerfile))
            ? deployment.Of<Document>().SelectMany(document => document.Commands).SelectMany(KnownCommand.Of).ToList()
            : [];
        var names = known
            .OfType<DockerBuildCommand>()
            .SelectMany(build => build.Tags)
            .Select(tag => tag.Raw)
            .ToHashSet(StringComparer.Ordinal);
        return known.OfType<DockerRunCommand>().Where(container => container.Image is { } name && names.Contains(name.Raw));
    }

    /// <summary>It is only run for one task on a mounted directory, whose result is taken: nobody can reach it, and another user may not write there.</summary>
    private static bool IsRunForTasks(Image image, Deployment deployment) =>
        image.Final.ExposedPorts.Count == 0
        && !deployment.WorkloadsOf(image.Dockerfile).Any()
        && OwnContainer.Of(image, deployment).Select(own => own.Container).Concat(Documented(image, deployment)).ToList()
            is { Count: > 0 } containers
        && containers.TrueForAll(container => container is { IsRemoved: true, IsDetached: false, Ports: [], Volumes.Count: > 0 });

    /// <summary>It starts nothing, and where it is built nobody runs or pushes it: its build is what is wanted, such as a linter.</summary>
    private static bool IsOnlyBuilt(Image image, Deployment deployment) =>
        image.Final is { ExposedPorts: [], Entrypoint: null, Command: null, PublicBase.Role: ImageRole.Runtime }
        && !deployment.WorkloadsOf(image.Dockerfile).Any()
        && image.Build.Places.Select(place => place.File).ToHashSet() is var files
        && !files
            .SelectMany(deployment.CommandsIn)
            .SelectMany(site => site.Known)
            .Any(known => known is DockerRunCommand or DockerCommand { Verb: "push" } or DockerBuildCommand { Pushes: true })
        && !deployment.Pipelines.Any(pipeline =>
            files.Contains(pipeline.Declared.File)
            && pipeline.Jobs.Any(job => job.Steps.Any(step => step.Intents.Contains(StepIntent.PushImage)))
        );

    private static bool RunsElsewhereAs(Image image, Deployment deployment)
    {
        var users = deployment.WorkloadsOf(image.Dockerfile).ToList();
        return users.Count > 0 && users.TrueForAll(workload => workload.User is { } user && !IsRoot(user.Value));
    }
}
