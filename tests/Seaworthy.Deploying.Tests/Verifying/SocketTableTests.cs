using Seaworthy.Deploying.Verifying;
using Xunit;

namespace Seaworthy.Deploying.Tests.Verifying;

/// <summary>Tables as Linux writes them.</summary>
public sealed class SocketTableTests
{
    private const string Table = """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0
           1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0
           2: 0100007F:0050 0100007F:C000 01 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0
          sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 00000000000000000000000000000000:01BB 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0
        """;

    [Fact]
    public void Ports_are_those_that_are_listened_on()
    {
        Assert.Equal([8080, 22, 443], SocketTable.Ports(Table));
    }

    [Theory]
    [InlineData(null, 8080, true)]
    [InlineData("0.0.0.0", 8080, true)]
    [InlineData("127.0.0.1", 8080, true)]
    [InlineData("10.0.0.7", 8080, false)]
    [InlineData("10.0.0.7", 22, true)]
    [InlineData("10.0.0.7", 443, true)]
    [InlineData(null, 80, false)]
    [InlineData(null, 8081, false)]
    public void A_port_is_taken_on_its_address_or_on_all(string? address, int port, bool isTaken)
    {
        Assert.Equal(isTaken, SocketTable.IsTaken(Table, address, port));
    }
}
