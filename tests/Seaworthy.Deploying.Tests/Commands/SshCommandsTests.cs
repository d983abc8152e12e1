using Seaworthy.Deploying.Commands;
using Xunit;

namespace Seaworthy.Deploying.Tests.Commands;

/// <summary>The command lines, word for word.</summary>
public sealed class SshCommandsTests
{
    private const string Careful =
        "-o BatchMode=yes -o StrictHostKeyChecking=yes -o UpdateHostKeys=no -o ForwardAgent=no -o ForwardX11=no -o PermitLocalCommand=no "
        + "-o RemoteCommand=none -o RequestTTY=no -o LogLevel=ERROR ";

    private const string Through = Careful + "-o ControlMaster=no -o ControlPath=/tmp/s/m -o ProxyCommand=false ";

    private static readonly SshCommands Ssh = new(new SshAddress("me", "a.example", 2222), "/tmp/s");

    [Fact]
    public void The_connection_asks_nobody_and_trusts_no_new_key()
    {
        Assert.Equal(
            "ssh "
                + Careful
                + "-o ConnectTimeout=10 -o ServerAliveInterval=15 -o ServerAliveCountMax=3 -o ControlMaster=yes -o ControlPersist=no "
                + "-o ClearAllForwardings=yes -o ControlPath=/tmp/s/m -p 2222 -l me -- a.example ''\\''id'\\'' '\\''-u'\\'''",
            Ssh.Open(new CommandLine("id", ["-u"])).ToString()
        );
    }

    [Fact]
    public void A_command_is_one_argument_and_opens_no_connection_of_its_own()
    {
        var line = Ssh.Run(new CommandLine("cat", ["it's; $(reboot)"]) with { Limit = TimeSpan.FromMinutes(3) });

        Assert.Equal("ssh " + Through + "-p 2222 -l me -- a.example", string.Join(' ', line.Arguments.SkipLast(1).Prepend(line.Program)));
        Assert.Equal("'cat' 'it'\\''s; $(reboot)'", line.Arguments[^1]);
        Assert.Equal(TimeSpan.FromMinutes(3), line.Limit);
    }

    [Fact]
    public void A_socket_is_forwarded_through_the_connection()
    {
        Assert.Equal(
            "ssh " + Through + "-O forward -L /tmp/s/0:/var/run/docker.sock -p 2222 -l me -- a.example",
            Ssh.Forward("/tmp/s/0", "/var/run/docker.sock").ToString()
        );
        Assert.Equal("ssh " + Through + "-O check -p 2222 -l me -- a.example", Ssh.Check().ToString());
    }

    [Fact]
    public void Without_a_port_the_configuration_of_ssh_decides()
    {
        Assert.DoesNotContain("-p", new SshCommands(new SshAddress("me", "a.example", null), "/tmp/s").Check().Arguments);
    }
}
