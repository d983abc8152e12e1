using System.Globalization;
using System.Net.Sockets;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>Waits until containers are well, and ends at once when one of them cannot become so.</summary>
internal sealed class HealthGate(DeployContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(2);

    // A database that makes its files first opens its port when it is ready; a port that was guessed may never open.
    private static readonly TimeSpan Closed = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);
    private const int Successes = 2;

    public void Await(ServiceDefinition? service, IReadOnlyList<string> containers)
    {
        foreach (var container in containers)
        {
            Await(service, container);
        }
    }

    private void Await(ServiceDefinition? service, string name)
    {
        var begun = DateTime.UtcNow;
        var inRow = 0;
        while (true)
        {
            var container = context.Engine.Find(name) ?? throw new DeployFailedException($"the container {name} is gone");
            if (Fault(container) is { } fault)
            {
                throw Failed(container, fault);
            }

            var isWell = container.Health switch
            {
                "healthy" => true,
                null => Asked(service, container, begun),
                _ => false,
            };
            inRow = isWell ? inRow + 1 : 0;
            if (inRow >= (container.Health is null ? Successes : 1))
            {
                return;
            }

            if (DateTime.UtcNow - begun > context.HealthLimit)
            {
                throw Failed(container, $"is not well after {ShortTime.Text(context.HealthLimit)}" + Said(container));
            }

            Thread.Sleep(Pause);
        }
    }

    /// <summary>What never ends well; null while it may.</summary>
    public static string? Fault(ObservedContainer container) =>
        container switch
        {
            { IsOutOfMemory: true } => "was ended because it ran out of memory",
            { Status: "exited" or "dead" } => string.Create(CultureInfo.InvariantCulture, $"ended with exit code {container.ExitCode}"),
            { Status: "restarting" } or { Restarts: > 0 } => "ends and is started again",
            { Health: "unhealthy" } => "is unhealthy" + Said(container),
            _ => null,
        };

    private static string Said(ObservedContainer container) => container.HealthOutput.Length > 0 ? $": {container.HealthOutput}" : "";

    private DeployFailedException Failed(ObservedContainer container, string fault) =>
        new($"{container.Name} {fault}") { Log = context.Engine.LastLines(container.Name) };

    private bool Asked(ServiceDefinition? service, ObservedContainer container, DateTime begun) =>
        service is { HealthPath: { } path, Listens: [_, ..] ports } ? ports.Any(port => Answers(Address(container), port.Number, path))
        : service is { Order: UpdateOrder.StartFirst, Listens: [_, ..] open } ? open.Any(port => Opens(Address(container), port.Number))
        : service is { UsesHostNetwork: false, Listens: [_, ..] known } && known.Any(port => Opens(Address(container), port.Number))
            || DateTime.UtcNow - begun > (service is { UsesHostNetwork: false, Listens: [_, ..] } ? Closed : Steady);

    private static string Address(ObservedContainer container) =>
        container.Addresses.Values.FirstOrDefault(address => address.Length > 0) ?? "";

    private bool Answers(string address, int port, string path)
    {
        using SocketsHttpHandler handler = new()
        {
            ConnectCallback = async (_, stop) =>
                new NetworkStream(await Connect(address, port, stop).ConfigureAwait(false), ownsSocket: true),
        };
        using HttpClient client = new(handler) { Timeout = Patience };
        using HttpRequestMessage request = new(HttpMethod.Get, new UriBuilder("http", address, port, path).Uri);
        try
        {
            using var response = client.Send(request);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private bool Opens(string address, int port)
    {
        try
        {
            using CancellationTokenSource stop = new(Patience);
            var point = context.State.Host.Port(address, port);
            using Socket socket = new(point.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
            socket.ConnectAsync(point, stop.Token).AsTask().GetAwaiter().GetResult();
            // A connection through ssh is taken at once, and closed when nothing listens at its other end.
            return !(socket.Poll(Moment, SelectMode.SelectRead) && socket.Available == 0);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<Socket> Connect(string address, int port, CancellationToken stop)
    {
        var point = context.State.Host.Port(address, port);
        Socket socket = new(point.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(point, stop).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
