using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Commands;

/// <summary>The container of the proxy.</summary>
public static class ProxyContainer
{
    /// <param name="layout">Its shape.</param>
    /// <param name="directory">The directory of its file and socket on the host.</param>
    /// <param name="owner">Who owns that directory, as <c>UID:GID</c>: the proxy runs as them and as nobody else.</param>
    /// <param name="configuration">The hash of its shape.</param>
    public static IReadOnlyList<CommandLine> Run(ProxyLayout layout, string directory, string owner, string configuration)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return
        [
            DockerCommands.Docker([
                "create",
                "--name",
                layout.Container,
                "--label",
                $"{Labels.Project}={layout.Project}",
                "--label",
                $"{Labels.Role}=proxy",
                "--label",
                $"{Labels.Configuration}={configuration}",
                .. DockerCommands.Confined(owner),
                "--restart",
                "unless-stopped",
                "--no-healthcheck",
                "--sysctl",
                "net.ipv4.ip_unprivileged_port_start=0",
                "--volume",
                $"{directory}:{ProxyConfiguration.Directory}",
                .. layout.Networks is [var first, ..]
                    ? (string[])["--network", first.Network, .. first.Names.SelectMany(name => (string[])["--network-alias", name])]
                    : [],
                .. layout
                    .Frontends.Select(frontend => (frontend, frontend.Published))
                    .Where(each => each.Published is not null)
                    .SelectMany(each => (string[])["--publish", each.Published?.To(each.frontend.Port) ?? ""]),
                "--entrypoint",
                "haproxy",
                layout.Image,
                "-db",
                "-f",
                $"{ProxyConfiguration.Directory}/{ProxyConfiguration.FileName}",
            ]),
            .. layout.Networks.Skip(1).Select(network => DockerCommands.Connect(network.Network, layout.Container, network.Names)),
            DockerCommands.Start(layout.Container),
        ];
    }
}
