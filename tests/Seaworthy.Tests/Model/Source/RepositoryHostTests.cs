using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class RepositoryHostTests
{
    [Theory]
    [InlineData("github.com", "https://github.com/o/n/blob/abc/deploy/my%20dir/%23a.yaml#L12")]
    [InlineData("github.acme.example", "https://github.acme.example/o/n/blob/abc/deploy/my%20dir/%23a.yaml#L12")]
    [InlineData("gitlab.com", "https://gitlab.com/o/n/-/blob/abc/deploy/my%20dir/%23a.yaml#L12")]
    [InlineData("bitbucket.org", "https://bitbucket.org/o/n/src/abc/deploy/my%20dir/%23a.yaml#lines-12")]
    [InlineData("codeberg.org", "https://codeberg.org/o/n/src/commit/abc/deploy/my%20dir/%23a.yaml#L12")]
    [InlineData("git.example.org", null)]
    [InlineData("notgithub.com", null)]
    public void A_line_has_an_address_at_hosts_that_are_known(string server, string? address)
    {
        RepositoryIdentity identity = new("o/n", "abc", null) { Host = new RepositoryHost(server, "o/n"), Directory = "deploy" };

        Assert.Equal(address, identity.Permalink("my dir/#a.yaml", 12));
    }

    [Fact]
    public void Without_a_commit_or_a_host_there_is_none()
    {
        RepositoryHost host = new("github.com", "o/n");

        Assert.Null(new RepositoryIdentity("o/n", null, "main") { Host = host }.Permalink("a", 1));
        Assert.Null(new RepositoryIdentity("o/n", "abc", "main").Permalink("a", 1));
        Assert.Equal(
            "https://github.com/o/n/blob/abc/a",
            new RepositoryIdentity("o/n", "abc", "main") { Host = host }.Permalink("a", null)
        );
    }
}
