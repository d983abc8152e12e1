using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

public sealed class OriginAddressTests
{
    [Theory]
    [InlineData("https://github.com/acme/shop.git", "acme/shop", "https://github.com/acme/shop")]
    [InlineData("https://user:gh%40p_secret@github.com/acme/shop", "acme/shop", "https://github.com/acme/shop")]
    [InlineData("https://x-token:a@b:c@GitHub.com:443/acme/shop/", "acme/shop", "https://github.com/acme/shop")]
    [InlineData("git@gitlab.com:group/sub/shop.git", "group/sub/shop", "https://gitlab.com/group/sub/shop")]
    [InlineData("ssh://git@bitbucket.org:22/acme/shop.git", "acme/shop", "https://bitbucket.org/acme/shop")]
    [InlineData("git@internal:acme/shop.git", "acme/shop", null)]
    [InlineData("/srv/git/shop.git", "shop", null)]
    [InlineData("file:///srv/git/shop.git", "shop", null)]
    [InlineData("../other/shop", "shop", null)]
    [InlineData(@"C:\git\shop", "shop", null)]
    public void An_address_gives_a_name_and_a_page_and_never_a_credential(string written, string name, string? page)
    {
        var remote = OriginAddress.Of(written);

        Assert.Equal(name, remote?.Name);
        Assert.Equal(page, remote?.Host?.Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://user:pa/ss@github.com/acme/shop")]
    [InlineData("https://github.com/acme/shop?token=secret")]
    [InlineData("https://github.com/../etc")]
    [InlineData("https://github.com/a b/c")]
    [InlineData("https://gith\"ub.com/acme/shop")]
    [InlineData("https://github.com")]
    public void What_cannot_be_the_address_of_a_repository_is_none(string written) => Assert.Null(OriginAddress.Of(written));
}
