using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>Admin interfaces among Compose services and Kubernetes containers, by image or start command.</summary>
/// <remarks>Source: Docker documentation, "Packet filtering and firewalls"; Kubernetes documentation, "Service"; for each program its row.</remarks>
internal static class AdminInterfaces
{
    // Roles of Grafana that may change dashboards, data sources or users.
    private static readonly string[] Roles = ["Admin", "Editor"];

    // Parts of the names of Compose files.
    private static readonly string[] Watching = ["monitor", "observab"];

    public static IReadOnlyList<AdminInterface> Link(Deployment deployment)
    {
        var routes = deployment.All<UnguardedRoute>().Where(IsOpen).ToLookup(route => route.Target.Span);
        return
        [
            .. deployment
                .Workloads.Where(workload =>
                    workload.Kind is TargetKind.Compose or TargetKind.Kubernetes
                    // Tests use the port from outside, and end.
                    && !FilePurposes.Has(workload.Span.File.Path, FilePurpose.Test)
                )
                .DistinctBy(workload => workload.Span)
                .Select(workload => Of(workload, deployment))
                .OfType<AdminInterface>()
                .Select(found => found with { Routes = [.. routes[found.Workload.Span].DistinctBy(route => route.Span)] }),
        ];
    }

    /// <summary>A proxy of the repository counts if one of the ports on which it takes the requests is reachable from everywhere.</summary>
    private static bool IsOpen(UnguardedRoute route) =>
        !FilePurposes.Has(route.Span.File.Path, FilePurpose.Test)
        && (
            route.Proxy is not { } proxy
            || proxy.UsesHostNetwork
            || OpenPorts.Of(proxy).Bindings.Any(port => route.Ports.Count == 0 || route.Ports.Contains(port.Container))
        );

    private static AdminInterface? Of(Workload workload, Deployment deployment)
    {
        var ports = OpenPorts.Of(workload);
        return ByImage(workload) is { } program
            ? State(new AdminInterface(workload, program, Counted(ports, program, workload, deployment)))
            : ByCommand(workload, ports, deployment);
    }

    private static OpenPorts Counted(OpenPorts ports, AdminProgram program, Workload workload, Deployment deployment) =>
        program.IsByRouteOnly || (program.IsForWatching && !IsInProduction(workload, deployment)) ? ports with { Bindings = [] } : ports;

    /// <summary>A Compose file for monitoring beside one for production watches production.</summary>
    private static bool IsInProduction(Workload workload, Deployment deployment) =>
        workload.Environment == TargetEnvironment.Production
        || (
            workload.Environment == TargetEnvironment.Unstated
            && Array.Exists(Watching, word => workload.Span.File.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            && deployment.Targets.Any(target => target is { Kind: TargetKind.Compose, Environment: TargetEnvironment.Production })
        );

    private static AdminProgram? ByImage(Workload workload) =>
        workload is { Image: null, Public: { } image } ? AdminPrograms.Images.FirstOrDefault(program => program.Name == image.Name) : null;

    private static AdminInterface? ByCommand(Workload workload, OpenPorts ports, Deployment deployment)
    {
        foreach (var command in deployment.StartupOf(workload)?.Programs ?? workload.Start?.Commands ?? [])
        {
            var line = CommandLine.Of(command);
            var program = AdminPrograms.Commands.FirstOrDefault(program => IsStarted(program, line));
            if (program is not null && IsReached(program, line, workload, deployment) is not false and var isReached)
            {
                return State(
                    new AdminInterface(workload, program, ports)
                    {
                        Command = command.Span,
                        UnknownBecause = isReached is null
                            ? $"releases from {program.LoopbackSince} on listen only inside their container, and the installed release is not pinned"
                            : null,
                    }
                );
            }
        }

        return null;
    }

    /// <summary>celery takes options in front of its subcommand: <c>celery -A shop flower</c>.</summary>
    private static bool IsStarted(AdminProgram program, CommandLine line) =>
        program.Name == $"{line.Program} {line.Verb}"
        || (line.Program == "celery" && program.Name == "celery flower" && line.Arguments.Any(argument => argument.Literal == "flower"));

    /// <summary>It listens on more than its container's loopback address; null if that depends on an unknown release.</summary>
    private static bool? IsReached(AdminProgram program, CommandLine line, Workload workload, Deployment deployment)
    {
        var address = line.Options(new OptionGrammar(string.Join(' ', program.HostOptions)), skip: 1).Value([.. program.HostOptions]);
        return address is not null ? address.Literal is not ("localhost" or "127.0.0.1" or "::1")
            : program.IsOnLoopback ? false
            : program.LoopbackSince is { } since && VersionLine.Parse(since) is { } first
                ? MayBeBefore(first, Asked(line.Program, workload, deployment), workload)
            : true;
    }

    /// <summary>An image built here gets the newest release if it pins none; a third-party image may be older.</summary>
    private static bool? MayBeBefore(VersionLine first, VersionRange? asked, Workload workload) =>
        asked is not null ? asked.Accepts(new VersionLine(0, first.First))
        : workload.Image is null ? true
        : null;

    private static VersionRange? Asked(string package, Workload workload, Deployment deployment) =>
        workload.Image?.Final is { } stage
        && deployment
            .At<PackageJson>(stage.Files, stage.WorkingDirectory, "package.json")
            ?.Dependencies.FirstOrDefault(dependency => dependency.Name == package)
            is { Range: { } text }
            ? VersionRange.Parse(text, "node")
            : null;

    private static AdminInterface State(AdminInterface found)
    {
        var program = found.Program;
        if (
            found.Workload.Supplied.FirstOrDefault(variable => IsOpener(program, variable)) is { } opener
            && (
                program.RoleVariable is not { } role
                || found.Workload.Supplied.Any(variable =>
                    variable.Name == role && Roles.Contains(variable.Value.Text, StringComparer.OrdinalIgnoreCase)
                )
            )
        )
        {
            return found with { Entrance = "requires no login", Opener = opener };
        }

        return program.Entrance is null || HasAccount(found.Workload, program)
            ? found
            : found with
            {
                Entrance = program.Entrance,
                UnknownBecause =
                    found.UnknownBecause
                    ?? (program.Accounts.Count == 0 ? null : found.Workload.SuppliesMoreBecause ?? Settings(found.Workload, program)),
            };
    }

    private static bool IsOpener(AdminProgram program, SuppliedVariable variable) =>
        program.Openers.Contains(variable.Name)
        && (
            program.OpeningValues.Count == 0
                ? variable.Value.Text is not ""
                : program.OpeningValues.Contains(variable.Value.Text, StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>A value outside the repository counts as the owner's.</summary>
    private static bool HasAccount(Workload workload, AdminProgram program) =>
        workload.Supplied.Any(variable =>
            program.Accounts.Contains(variable.Name)
            && variable.Value.Text is not ""
            && !program.NoAccounts.Contains(variable.Value.Text, StringComparer.OrdinalIgnoreCase)
        ) || program.AccountOptions.Any(option => workload.Start?.Text.Contains(option, StringComparison.Ordinal) is true);

    private static string? Settings(Workload workload, AdminProgram program) =>
        workload.Mounts.FirstOrDefault(mount =>
            mount.Kind is MountKind.ConfigMap or MountKind.Secret
            || (mount.Kind == MountKind.Bind && program.Settings.Any(ending => mount.Path.EndsWith(ending, StringComparison.Ordinal)))
        )
            is { } found
            ? $"{found.Span} mounts {found.Path}, which may contain an account"
            : null;
}
