using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Seaworthy.Deploying.Running.Addresses;
using Seaworthy.Deploying.Verifying.Loads;

namespace Seaworthy.Deploying.Running.Loads;

/// <summary>Requests over connections that are kept, one after the other on each, without a second try. It ends with its time, its number of requests, or when most fail.</summary>
public sealed class LoadRun
{
    private const int MostInRow = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly LoadOrder order;
    private readonly IPAddress to;
    private readonly Lock gate = new();
    private readonly List<double> times = [];
    private readonly Dictionary<string, int> faults = new(StringComparer.Ordinal);
    private int begun;

    private LoadRun(LoadOrder order, IPAddress to)
    {
        this.order = order;
        this.to = to;
    }

    /// <exception cref="DeployFailedException">The name is unknown, or it leads to another machine and nobody said that it may.</exception>
    public static LoadResult Of(LoadOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        IReadOnlyList<IPAddress> found;
        try
        {
            found = AddressReading.Resolve(order.Address);
        }
        catch (SocketException exception)
        {
            throw new DeployFailedException($"{order.Address.Host} does not resolve: {exception.Message}", exception);
        }

        // The address that was looked at is the one that is asked: a name may lead elsewhere a moment later.
        var to = order.IsPublic ? found.FirstOrDefault() : found.FirstOrDefault(IPAddress.IsLoopback);
        if (to is null || !order.IsPublic && !found.All(IPAddress.IsLoopback))
        {
            throw new DeployFailedException($"{order.Address.Host} is not this machine: --load-public lets a load go elsewhere");
        }

        return new LoadRun(order, to).Run();
    }

    private LoadResult Run()
    {
        var clock = Stopwatch.StartNew();
        IReadOnlyList<Thread> threads = [.. Enumerable.Range(0, order.Connections).Select(_ => new Thread(() => Work(clock)))];
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        times.Sort();
        return new LoadResult(order, times, faults);
    }

    private void Work(Stopwatch clock)
    {
        HttpConnection? connection = null;
        var inRow = 0;
        while (clock.Elapsed < order.Length && inRow < MostInRow && Interlocked.Increment(ref begun) <= order.MostRequests)
        {
            var isDone = false;
            try
            {
                connection ??= HttpConnection.Open(order.Address, to, Patience);
                isDone = Ask(connection);
            }
            catch (Exception exception)
                when (exception is IOException or SocketException or AuthenticationException or OperationCanceledException)
            {
                Count(Name(exception));
            }

            inRow = isDone ? 0 : inRow + 1;
            if (connection is not null && (!isDone || !connection.IsKept))
            {
                connection.Dispose();
                connection = null;
            }

            Thread.Sleep(order.Pause);
        }

        connection?.Dispose();
    }

    private bool Ask(HttpConnection connection)
    {
        var begin = Stopwatch.GetTimestamp();
        var status = connection.Ask(order.Method).Status;
        var taken = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        lock (gate)
        {
            times.Add(taken);
        }

        if (status < 400)
        {
            return true;
        }

        Count(string.Create(CultureInfo.InvariantCulture, $"code {status}"));
        return false;
    }

    private void Count(string fault)
    {
        lock (gate)
        {
            faults[fault] = faults.GetValueOrDefault(fault) + 1;
        }
    }

    private static string Name(Exception exception) =>
        exception switch
        {
            SocketException socket => socket.SocketErrorCode.ToString(),
            IOException { InnerException: SocketException inner } => inner.SocketErrorCode.ToString(),
            OperationCanceledException => "no connection in time",
            _ => exception.Message,
        };
}
