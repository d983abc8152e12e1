using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>Health checks of nginx upon Alpine that ask <c>localhost</c>.</summary>
/// <remarks>
/// Sources: BusyBox, wget, which tries one address only; Docker, <c>/etc/hosts</c> of containers, where <c>localhost</c> is <c>::1</c>, too; Docker Hub: nginx, whose entry
/// point adds <c>listen [::]:80</c> to its own default server alone.
/// </remarks>
internal static class LocalhostProbes
{
    public static IReadOnlyList<LocalhostProbe> Link(Deployment deployment) =>
        [
            .. deployment
                .Workloads.Concat(deployment.All<LoneContainer>().Select(lone => lone.Workload))
                .Where(IsPlainAlpine)
                .SelectMany(workload => workload.Probes.Where(AsksByName).Select(probe => Of(deployment, workload, probe)))
                .OfType<LocalhostProbe>(),
        ];

    private static LocalhostProbe? Of(Deployment deployment, Workload workload, Probe probe)
    {
        if (NginxConfiguration.Of(deployment, workload) is not { ReplacesDefault: true } configuration)
        {
            return null;
        }

        var listens = configuration
            .Files.SelectMany(file => file.Servers)
            .SelectMany(server => server.Listens)
            .Where(listen => listen.Port == (probe.Port ?? 80))
            .ToList();
        return listens.Count == 0
            ? null
            : new LocalhostProbe(
                workload,
                probe,
                listens[0].Span,
                listens.Exists(listen => listen.Raw.Contains('[', StringComparison.Ordinal))
            );
    }

    private static bool IsPlainAlpine(Workload workload) =>
        (workload.Public ?? workload.Image?.Final.PublicBase) is { Name: "nginx", System: BaseSystem.Alpine }
        && (
            workload.Image is not { } image
            || !image
                .Down(image.Final)
                .SelectMany(stage => stage.Commands)
                .SelectMany(command => KnownCommand.Of(command.Command))
                .OfType<PackageInstallCommand>()
                .Any(install => install.Packages.Any(package => package.Literal is null or "wget"))
        );

    private static bool AsksByName(Probe probe) =>
        probe.Clients is [{ Value: "wget" }] && probe.Span.Text.Contains("//localhost", StringComparison.Ordinal);
}
