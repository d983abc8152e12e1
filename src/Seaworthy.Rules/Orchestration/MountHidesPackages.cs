using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A mount of the source hides the packages that the image installed.</summary>
internal sealed class MountHidesPackages : Rule<MountHidesPackages.Mounted>
{
    private const string Packages = "node_modules";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/mount-hides-packages",
            Title = "node_modules hidden by mount",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "In a fresh clone the container finds no packages and exits with `Cannot find module`.",
            Holds = "No mount hides the installed packages.",
        };

    public override IEnumerable<Mounted> Subjects(Deployment deployment) =>
        (
            from workload in deployment.Workloads
            where workload is { Kind: TargetKind.Compose, Image: not null }
            let install = Install(workload)
            where install is not null
            from mount in workload.Mounts
            where mount is { Kind: MountKind.Bind, Source: not null } && mount.Path.TrimEnd('/') == workload.Image?.Final.WorkingDirectory
            select new Mounted(workload, mount, install)
        ).DistinctBy(mounted => mounted.Mount.Span);

    protected override Subject Identify(Mounted subject) => new(subject.Workload.Name, subject.Mount.Span);

    protected override IEnumerable<Verdict> Check(Mounted subject, Deployment deployment)
    {
        var (workload, mount, install) = subject;
        var hidden = $"{mount.Path.TrimEnd('/')}/{Packages}";
        var isKept =
            workload.Mounts.Any(other => other.Path.TrimEnd('/') == hidden) || deployment.Tree.HasDirectory($"{mount.Source}/{Packages}");
        if (
            !isKept
            && !MovesPackages(workload)
            && deployment.Of<PackageJson>().Any(package => package.File.Directory == mount.Source)
            && !InstallsAgain(workload)
            && !IsFilledByCall(deployment, mount)
        )
        {
            yield return Warn(
                    mount.Span,
                    $"{workload.Name} mounts {(mount.Source is { Length: > 0 } source ? $"`{source}`" : "the repository root")} over {mount.Path}, which hides the `{Packages}` of the image."
                )
                .Related(install.Span, "installed here")
                .Remedy($"Add a volume in {mount.Span}: `- {hidden}`.")
                .Verify($"{TargetCommand.Compose(workload, deployment)} run --rm {workload.Name} ls {hidden}");
        }
    }

    /// <summary>Node also searches parent directories, so some images move the packages up.</summary>
    private static bool MovesPackages(Workload workload) =>
        workload
            .Image?.Stages.SelectMany(stage => stage.Declared.Instructions)
            .OfType<DockerInstruction.Run>()
            .Any(run =>
                run.Command.Commands.Any(command =>
                    command.Program is "mv" or "ln" or "cp"
                    && command.Words.Any(word => word.Raw.Contains(Packages, StringComparison.Ordinal))
                )
            )
            is true;

    private static bool InstallsAgain(Workload workload) =>
        workload.Start?.Text is { } text
        && (
            text.Contains("install", StringComparison.Ordinal)
            || text.Contains("npm ci", StringComparison.Ordinal)
            || text.Contains(".sh", StringComparison.Ordinal)
        );

    /// <summary>A script or task installs into the mounted directory through a running container: <c>docker compose exec web npm install</c>.</summary>
    private static bool IsFilledByCall(Deployment deployment, Mount mount) =>
        deployment.Commands.Any(site =>
            site.Known.OfType<ComposeCommand>()
                .Any(call =>
                    call is { Inner: { } inner, Services: [{ Literal: { } service }, ..] }
                    && KnownCommand.Of(inner).Any(known => known is PackageScriptCommand { Verb: "install" })
                    && deployment.Workloads.Any(workload =>
                        workload.Name == service
                        && workload.Mounts.Any(other => other.Kind == MountKind.Bind && other.Source == mount.Source)
                    )
                )
        );

    /// <summary>The RUN that installs packages into the working directory of the final stage, in that stage or in one below.</summary>
    private static DockerInstruction.Run? Install(Workload workload) =>
        workload.Image is { Final: { } final } image
            ? image
                .Down(final)
                .Select(stage =>
                    stage
                        .Declared.Instructions.OfType<DockerInstruction.Run>()
                        .LastOrDefault(run =>
                            stage.DirectoryAt.GetValueOrDefault(run) == final.WorkingDirectory && run.Command.Commands.Any(Installs)
                        )
                )
                .FirstOrDefault(run => run is not null)
            : null;

    private static bool Installs(ShellCommand command) =>
        command.Program is "npm" or "yarn" or "pnpm"
        && (command.Words.Count == 1 || command.Words[1].Literal is "install" or "ci" or "i")
        && !command.Words.Any(word => word.Literal is "-g" or "--global");

    /// <summary>A workload, a mount over its working directory, and the instruction that installed packages there.</summary>
    internal sealed record Mounted(Workload Workload, Mount Mount, DockerInstruction.Run Install);
}
