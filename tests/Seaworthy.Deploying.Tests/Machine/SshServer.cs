using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>An sshd of the test's own on 127.0.0.1, with keys of its own, that ends with the test. What it is asked to do it does on this machine, as it would on another.</summary>
internal sealed class SshServer : IDisposable
{
    private const string Program = "/usr/sbin/sshd";

    private readonly string root = Directory.CreateTempSubdirectory("seaworthy-sshd-").FullName;
    private readonly Process process;

    /// <summary>A server of its own for a test, which is skipped where there can be none.</summary>
    public static SshServer OrSkip()
    {
        Assert.SkipWhen(MissingBecause is not null, MissingBecause ?? "");
        return new SshServer();
    }

    private SshServer()
    {
        (Port, OtherPort) = (FreePort(), FreePort());
        Directory.CreateDirectory("/run/sshd");
        foreach (var key in (string[])["host", "other", "id"])
        {
            Engine.Run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "trial", "-f", At(key));
        }

        File.Copy(At("id.pub"), At("authorized_keys"));
        Know("host");
        File.WriteAllText(
            At("sshd_config"),
            $"""
            Port {Port}
            Port {OtherPort}
            ListenAddress 127.0.0.1
            HostKey {At("host")}
            AuthorizedKeysFile {At("authorized_keys")}
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            SetEnv HOME={At("home")}

            """
        );
        File.WriteAllText(
            At("ssh_config"),
            $"""
            UserKnownHostsFile {At("known_hosts")}
            GlobalKnownHostsFile /dev/null
            IdentityFile {At("id")}
            IdentitiesOnly yes
            IdentityAgent none

            """
        );
        // ssh reads the configuration of the user, wherever HOME leads: a program before it on the path names another one.
        Directory.CreateDirectory(At("bin"));
        Directory.CreateDirectory(At("home"));
        File.WriteAllText(At("bin/ssh"), $"#!/bin/sh\nexec /usr/bin/ssh -F {At("ssh_config")} \"$@\"\n");
        Engine.Run("chmod", "+x", At("bin/ssh"));
        process =
            Process.Start(new ProcessStartInfo(Program, ["-D", "-f", At("sshd_config"), "-E", At("log")]))
            ?? throw new InvalidOperationException("sshd does not start");
        AwaitPort();
    }

    /// <summary>Null when there is what this needs.</summary>
    public static string? MissingBecause =>
        Engine.MissingBecause
        ?? (File.Exists(Program) && File.Exists("/usr/bin/ssh") ? null : "there is no sshd: 'eng/start-docker' installs openssh-server");

    public int Port { get; }

    private int OtherPort { get; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"ssh://root@127.0.0.1:{Port}");

    /// <summary>The same machine under another address.</summary>
    public string OtherAddress => string.Create(CultureInfo.InvariantCulture, $"ssh://root@127.0.0.1:{OtherPort}");

    /// <summary>Where the host keeps its state: in the home of its user, which no command line names.</summary>
    public string State => At("home/.local/state/seaworthy");

    /// <summary>The directory of the program that is ssh for this server.</summary>
    public string Programs => At("bin");

    /// <summary>What sshd wrote.</summary>
    public string Log => File.ReadAllText(At("log"));

    /// <summary>Makes known_hosts say that a key is the one of this server.</summary>
    public void Know(string key) =>
        File.WriteAllLines(
            At("known_hosts"),
            new[] { Port, OtherPort }.Select(port =>
                string.Create(CultureInfo.InvariantCulture, $"[127.0.0.1]:{port} {File.ReadAllText(At(key + ".pub")).Trim()}")
            )
        );

    /// <summary>Ends every connection, as a network does that goes away.</summary>
    public void Cut() => Engine.Run("pkill", "-KILL", "-P", process.Id.ToString(CultureInfo.InvariantCulture));

    public void ForgetAll() => File.WriteAllText(At("known_hosts"), "");

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private string At(string name) => Path.Combine(root, name);

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void AwaitPort()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using TcpClient client = new("127.0.0.1", Port);
                return;
            }
            catch (SocketException) when (tries < 100)
            {
                Thread.Sleep(50);
            }
        }
    }
}
