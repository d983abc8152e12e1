using System.Net;
using System.Net.Sockets;
using System.Text;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Loads;
using Seaworthy.Deploying.Verifying.Addresses;
using Seaworthy.Deploying.Verifying.Loads;
using Xunit;

namespace Seaworthy.Deploying.Tests.Verifying.Loads;

/// <summary>A load against a server of the test's own, on 127.0.0.1.</summary>
public sealed class LoadTests
{
    [Fact]
    public void A_load_counts_each_answer_once_and_ends_at_its_bound()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        var answered = 0;
        Thread server = new(() =>
        {
            try
            {
                Serve(listener, () => Interlocked.Increment(ref answered));
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                // The test is over.
            }
        })
        {
            IsBackground = true,
        };
        server.Start();

        var result = LoadRun.Of(Order(((IPEndPoint)listener.LocalEndpoint).Port));

        // Every fifth answer is 500, and no request is sent a second time.
        Assert.Equal(100, result.Requests);
        Assert.Equal(100, answered);
        Assert.Equal(20, result.Failed);
        Assert.Equal(20, result.Faults["code 500"]);
        Assert.Contains(
            "20 of 100 requests failed, above 0.1%",
            LoadDrifts.Of(result, new ServiceObjective(null, 0.001)).Drifts[0].Text,
            StringComparison.Ordinal
        );
        Assert.Empty(LoadDrifts.Of(result, new ServiceObjective(TimeSpan.FromSeconds(5), 0.2)).Drifts);
    }

    [Fact]
    public void Another_machine_is_asked_only_when_somebody_says_so()
    {
        var order = new LoadOrder(PublicAddress.Parse("http://192.0.2.1/") ?? throw new InvalidOperationException(), "GET");

        Assert.Contains("--load-public", Assert.Throws<DeployFailedException>(() => LoadRun.Of(order)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Percentiles_are_of_the_answers_in_order()
    {
        LoadResult result = new(Order(1), [.. Enumerable.Range(1, 100).Select(number => (double)number)], new Dictionary<string, int>());

        Assert.Equal([50, 95, 99], new[] { 50, 95, 99 }.Select(result.Percentile));
    }

    private static LoadOrder Order(int port) =>
        new(PublicAddress.Parse($"http://127.0.0.1:{port}/") ?? throw new InvalidOperationException(), "GET")
        {
            Connections = 1,
            MostRequests = 100,
            Length = TimeSpan.FromSeconds(30),
        };

    private static void Serve(TcpListener listener, Func<int> count)
    {
        while (true)
        {
            using var client = listener.AcceptTcpClient();
            using StreamReader reader = new(client.GetStream(), Encoding.ASCII);
            while (reader.ReadLine() is not null)
            {
                while (reader.ReadLine() is { Length: > 0 }) { }

                var code = count() % 5 == 0 ? "500 Error" : "200 OK";
                client
                    .GetStream()
                    .Write(Encoding.ASCII.GetBytes($"HTTP/1.1 {code}\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"));
            }
        }
    }
}
