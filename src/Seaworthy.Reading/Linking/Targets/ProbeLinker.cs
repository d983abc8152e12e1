using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Targets.Probes;

namespace Seaworthy.Reading.Linking.Targets;

/// <summary>The checks that ask a workload whether it is well: its target's own, else the HEALTHCHECK of its image where the target runs that.</summary>
internal static class ProbeLinker
{
    /// <summary>Compose and Docker run the image's own check unless the service replaces it or switches it off.</summary>
    public static IReadOnlyList<Probe> OfCompose(ComposeStack stack, ComposeService service, Workload workload)
    {
        if (service.Healthcheck is { IsDisabled: true })
        {
            return [];
        }

        if (service.Healthcheck?.Test is not { } test)
        {
            return OfImage(workload);
        }

        var isShell =
            service.Healthcheck.Kind == HealthTestKind.Shell || test.Words is [{ Literal: { } first }, ..] && ShellPrograms.IsShell(first);
        // `$PORT` is filled in by Compose, `$$PORT` by the shell in the container; either way of writing counts where only one of them is set.
        return OfCommand(
            new HealthCheck("compose healthcheck", test.Commands, isShell, test.Span),
            workload,
            name => Interpolated(stack, name)
        );
    }

    /// <summary>The HEALTHCHECK of the image that this repository builds; Kubernetes and most platforms ignore it.</summary>
    public static IReadOnlyList<Probe> OfImage(Workload workload) =>
        workload.Image is { } image && Inherited(image.Final.Declared) is { Command: { } command } check
            ? OfCommand(new HealthCheck("HEALTHCHECK", command.Commands, command.RunsInShell, check.Span), workload, _ => null)
            : [];

    /// <summary>A check that runs inside the container of a workload.</summary>
    public static IReadOnlyList<Probe> OfCommand(HealthCheck check, Workload workload, Func<string, Resolved?> outer) =>
        [
            .. check
                .Probes(name => Inside(workload, name) ?? outer(name))
                .Select(probe => probe.Host is { } host && workload.HostNames.Contains(host) ? probe with { Host = null } : probe),
        ];

    private static Resolved? Inside(Workload workload, string name) =>
        workload.Supplied.LastOrDefault(variable => variable.Name == name)?.Value
        ?? (workload.SuppliesMoreBecause is { } more ? Resolved.Unknown(more) : null);

    private static Resolved? Interpolated(ComposeStack stack, string name) =>
        stack.EnvFiles.Select(file => file.Find(name)).LastOrDefault(entry => entry?.Value is not null)?.Value is { } value
            ? stack.Resolve(value)
            : null;

    private static DockerInstruction.Healthcheck? Inherited(DockerStage stage) =>
        stage.Down.Select(at => at.Healthcheck).FirstOrDefault(check => check is not null);
}
