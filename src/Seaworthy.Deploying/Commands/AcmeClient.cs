using System.Globalization;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Commands;

/// <summary>The client of ACME: lego in a container that ends when it is done. It has the key of the account and a signing request, never the key of a certificate.</summary>
/// <remarks>Source: lego 4, "CLI" and "Obtain a certificate"; its files are named after the host.</remarks>
public static class AcmeClient
{
    public const string UsualImage = "goacme/lego:v4.22.2";

    /// <summary>Its files, in the container.</summary>
    public const string Directory = "/acme";

    // Two minutes for the server to ask, and as much for what is around it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Shares the network of the proxy: its answers to the server are reached by the proxy, and by nothing else.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="image">Of lego 4.</param>
    /// <param name="directory">The directory of its files on the host.</param>
    /// <param name="owner">Who owns that directory, as <c>UID:GID</c>.</param>
    /// <param name="account">Who orders.</param>
    /// <param name="host">For which host.</param>
    public static CommandLine Order(string project, string image, string directory, string owner, AcmeAccount account, string host)
    {
        ArgumentNullException.ThrowIfNull(account);
        return DockerCommands.Docker([
            "run",
            "--rm",
            "--name",
            Container(project),
            "--label",
            $"{Labels.Project}={project}",
            "--label",
            $"{Labels.Role}=acme",
            .. DockerCommands.Confined(owner),
            "--network",
            $"container:{ProxyLayout.ContainerOf(project)}",
            "--volume",
            $"{directory}:{Directory}",
            image,
            "--server",
            account.Directory,
            "--email",
            account.Email,
            "--accept-tos",
            "--path",
            Directory,
            "--http",
            "--http.port",
            string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{ProxyConfiguration.AcmePort}"),
            "--csr",
            $"{Directory}/{RequestName(host)}",
            "run",
        ]) with
        {
            Limit = Patience,
        };
    }

    /// <summary>The signing request, in its directory.</summary>
    public static string RequestName(string host) => host + ".csr";

    /// <summary>The certificate with its issuers, in its directory.</summary>
    public static string CertificateName(string host) => $"certificates/{host}.crt";

    public static string Container(string project) => $"{project}-acme";
}
