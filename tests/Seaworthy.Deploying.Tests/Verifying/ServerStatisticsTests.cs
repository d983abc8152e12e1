using Seaworthy.Deploying.Verifying;
using Xunit;

namespace Seaworthy.Deploying.Tests.Verifying;

public sealed class ServerStatisticsTests
{
    private const string Columns =
        "pxname,svname,qcur,qmax,scur,smax,slim,stot,bin,bout,dreq,dresp,ereq,econ,eresp,wretr,wredis,status,weight,act,bck,chkfail,chkdown,lastchg,"
        + "downtime,qlimit,pid,iid,sid,throttle,lbtot,tracked,type,rate,rate_lim,rate_max,check_status,check_code,check_duration,hrsp_1xx,hrsp_2xx,hrsp_3xx,hrsp_4xx,hrsp_5xx,";

    [Fact]
    public void Answers_and_states_are_read_by_the_names_of_their_columns()
    {
        var line = "web_3000,shop-web-2,0,0,7,9,,99,0,0,,0,,0,0,0,0,UP,1,1,0,0,0,5,0,,1,4,1,,99,,2,0,,9,L4OK,,0,0,90,0,4,5,";

        var server = ServerStatistics.Read($"# {Columns}\n{line}\n\n").Single();

        Assert.Equal(new ServerStatistics("web_3000", "shop-web-2", "UP", 7, 99, 5) { IsReached = true }, server);
        Assert.False(ServerStatistics.Read($"# {Columns}\n{line.Replace("L4OK", "INI", StringComparison.Ordinal)}\n").Single().IsReached);
        Assert.True(server.IsUp);
    }

    [Fact]
    public void Nothing_is_read_from_no_answer()
    {
        Assert.Empty(ServerStatistics.Read(""));
    }

    [Theory]
    [InlineData(100, 4, false)]
    [InlineData(100, 5, true)]
    [InlineData(10_000, 100, false)]
    [InlineData(10_000, 200, true)]
    public void A_few_errors_of_many_answers_are_no_reason_to_go_back(long answers, long errors, bool isSpent)
    {
        Assert.Equal(isSpent, ErrorBudget.IsSpent(answers, errors));
    }
}
