using Seaworthy.Reading.Readers.Secrets;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Secrets;

public sealed class PublicHostTests
{
    [Theory]
    [InlineData("jdbc:mysql://47.107.128.84:3306/shop?useUnicode=true")]
    [InlineData("tcp:shop.database.windows.net,1433")]
    [InlineData("db.shop.com")]
    [InlineData("postgres://user@ep-cool-sun.eu-central-1.aws.neon.tech/shop")]
    public void Hosts_of_the_world(string address) => Assert.True(PublicHost.Is(address));

    [Theory]
    [InlineData("localhost")]
    [InlineData("db")]
    [InlineData("jdbc:mysql://192.168.1.4:3306/shop")]
    [InlineData("172.20.0.3")]
    [InlineData("203.0.113.9")]
    [InlineData("host.docker.internal")]
    [InlineData("db.shop.svc")]
    [InlineData("mail.example.com")]
    [InlineData("https://db.somewhere.com:3306")]
    [InlineData("tcp:myserver.database.windows.net,1433")]
    [InlineData("1.2.3")]
    [InlineData("1.10")]
    [InlineData("")]
    public void Neighbours_and_examples(string address) => Assert.False(PublicHost.Is(address));
}
