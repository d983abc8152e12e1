using System.Globalization;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Verifying;

namespace Seaworthy.Deploying.Running;

/// <summary>Asks what runs.</summary>
public static class SystemReading
{
    public static RunningSystem Of(IHost host, ObservedState state, TrafficControl traffic)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(traffic);
        Dictionary<string, IReadOnlySet<int>> listening = new(StringComparer.Ordinal);
        foreach (var container in state.Containers.Where(container => container is { IsRunning: true, ProcessId: > 0 }))
        {
            if (Listening(host, container.ProcessId) is { } ports)
            {
                listening[container.Name] = ports;
            }
        }

        return new RunningSystem(state)
        {
            Listening = listening,
            Proxy = traffic.Statistics(),
            At = TimeProvider.System.GetUtcNow(),
        };
    }

    /// <summary>Null where the process is another user's, or in a machine inside the host.</summary>
    private static HashSet<int>? Listening(IHost host, int process)
    {
        HashSet<int> ports = [];
        foreach (var table in (string[])["tcp", "tcp6"])
        {
            if (host.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/net/{table}")) is { } text)
            {
                ports.UnionWith(SocketTable.Ports(text));
            }
        }

        return ports.Count > 0 ? ports : null;
    }
}
