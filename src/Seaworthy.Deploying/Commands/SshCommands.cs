using System.Globalization;

namespace Seaworthy.Deploying.Commands;

/// <summary>How a host is reached, as data: one connection, and everything else through it.</summary>
/// <param name="address">The host.</param>
/// <param name="directory">A directory of this machine that is open to its owner alone, for sockets.</param>
/// <remarks>Source: OpenSSH manual pages "ssh" and "ssh_config".</remarks>
public sealed class SshCommands(SshAddress address, string directory)
{
    /// <summary>Asks nobody anything, and talks to no host whose key is not known.</summary>
    private static readonly IReadOnlyList<string> Careful =
    [
        "BatchMode=yes",
        "StrictHostKeyChecking=yes",
        "UpdateHostKeys=no",
        "ForwardAgent=no",
        "ForwardX11=no",
        "PermitLocalCommand=no",
        "RemoteCommand=none",
        "RequestTTY=no",
        "LogLevel=ERROR",
    ];

    private string Control => Path.Combine(directory, "m");

    /// <summary>The connection itself. It lasts as long as the command that runs on the host.</summary>
    public CommandLine Open(CommandLine remote) =>
        Ssh([
            .. Options([
                .. Careful,
                "ConnectTimeout=10",
                "ServerAliveInterval=15",
                "ServerAliveCountMax=3",
                "ControlMaster=yes",
                "ControlPersist=no",
                "ClearAllForwardings=yes",
                $"ControlPath={Control}",
            ]),
            .. Place(),
            ShellWords.Join(remote),
        ]);

    /// <summary>A command on the host, through the connection; when that is gone, no other is opened.</summary>
    public CommandLine Run(CommandLine remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        return Ssh([.. Through(), .. Place(), ShellWords.Join(remote)]) with { Limit = remote.Limit };
    }

    /// <summary>Makes a socket here that leads to one of the host, or to an address as the host reaches it.</summary>
    public CommandLine Forward(string local, string target) => Ssh([.. Through(), "-O", "forward", "-L", $"{local}:{target}", .. Place()]);

    /// <summary>Whether the connection is there.</summary>
    public CommandLine Check() => Ssh([.. Through(), "-O", "check", .. Place()]);

    // Without the connection ssh would open another one of its own, to which no lock belongs: a way to the host that leads nowhere stops it.
    private IEnumerable<string> Through() => Options([.. Careful, "ControlMaster=no", $"ControlPath={Control}", "ProxyCommand=false"]);

    private IEnumerable<string> Place() =>
        [
            .. address.Port is { } port ? (string[])["-p", port.ToString(CultureInfo.InvariantCulture)] : [],
            "-l",
            address.User,
            "--",
            address.Host,
        ];

    private static IEnumerable<string> Options(IEnumerable<string> options) => options.SelectMany(option => (string[])["-o", option]);

    private static CommandLine Ssh(IReadOnlyList<string> arguments) => new("ssh", arguments);
}
