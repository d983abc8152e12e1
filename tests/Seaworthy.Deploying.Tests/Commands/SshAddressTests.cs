using Seaworthy.Deploying.Commands;
using Xunit;

namespace Seaworthy.Deploying.Tests.Commands;

public sealed class SshAddressTests
{
    [Theory]
    [InlineData("ssh://me@a.example", "me", "a.example", null)]
    [InlineData("ssh://deploy_1@10.0.0.7:22", "deploy_1", "10.0.0.7", 22)]
    [InlineData("ssh://me@host:65535", "me", "host", 65535)]
    [InlineData("ssh://me@[2001:db8::7]:2222", "me", "2001:db8::7", 2222)]
    [InlineData("ssh://me@[::1]", "me", "::1", null)]
    public void A_user_a_host_and_perhaps_a_port(string text, string user, string host, int? port)
    {
        var address = SshAddress.Parse(text);

        Assert.Equal(new SshAddress(user, host, port), address);
        Assert.Equal(text, address?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ssh://")]
    [InlineData("ssh://host")]
    [InlineData("me@host")]
    [InlineData("SSH://me@host")]
    [InlineData("tcp://me@host")]
    [InlineData("ssh://me:secret@host")]
    [InlineData("ssh://me@host/path")]
    [InlineData("ssh://me@host?x=1")]
    [InlineData("ssh://me@host#x")]
    [InlineData("ssh://me@@host")]
    [InlineData("ssh://@host")]
    [InlineData("ssh://me@")]
    [InlineData("ssh://me@:22")]
    [InlineData("ssh://me@host:")]
    [InlineData("ssh://me@host:0")]
    [InlineData("ssh://me@host:022")]
    [InlineData("ssh://me@host:65536")]
    [InlineData("ssh://me@host:99999999999")]
    [InlineData("ssh://me@host:-1")]
    [InlineData("ssh://me@host:+1")]
    [InlineData("ssh://me@host:2 2")]
    [InlineData("ssh://me@host:٢٢")]
    [InlineData("ssh://me@-oProxyCommand=reboot")]
    [InlineData("ssh://-oProxyCommand=reboot@host")]
    [InlineData("ssh://me@-host")]
    [InlineData("ssh://me@ho st")]
    [InlineData("ssh://me@host\n")]
    [InlineData("ssh://me@$(reboot)")]
    [InlineData("ssh://m;e@host")]
    [InlineData("ssh://me@höst")]
    [InlineData("ssh://me@::1")]
    [InlineData("ssh://me@[::1")]
    [InlineData("ssh://me@[::1]22")]
    [InlineData("ssh://me@[-oX]")]
    [InlineData("ssh://me@[127.0.0.1]")]
    [InlineData("ssh://me@[fe80::1%eth0]")]
    public void Nothing_else_is_an_address(string text)
    {
        Assert.Null(SshAddress.Parse(text));
    }
}
