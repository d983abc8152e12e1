using System.Globalization;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Verifying;

namespace Seaworthy.Deploying.Running;

/// <summary>Asks what runs.</summary>
public static class SystemReading
{
    /// <param name="session">The project.</param>
    /// <param name="input">What is declared, and the containers that were seen.</param>
    public static RunningSystem Of(DeploySession session, PlanInput input)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(input);
        var state = input.Observed;
        Dictionary<string, IReadOnlySet<int>> listening = new(StringComparer.Ordinal);
        Dictionary<string, int> killed = new(StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<string>> variables = new(StringComparer.Ordinal);
        foreach (var container in state.Containers.Where(container => container is { IsRunning: true, ProcessId: > 0 }))
        {
            if (Listening(session.Host, container.ProcessId) is { } ports)
            {
                listening[container.Name] = ports;
            }

            if (Killed(session.Host, container.ProcessId) is { } count)
            {
                killed[container.Name] = count;
            }

            if (!variables.ContainsKey(container.Image) && session.Engine.FindImage(container.Image) is { } image)
            {
                variables[container.Image] = image.VariableNames;
            }
        }

        return new RunningSystem(state)
        {
            Listening = listening,
            OutOfMemory = killed,
            ImageVariables = variables,
            Proxy = session.Traffic.Statistics(),
            Certificates = session.Certificates.Served(input.Proxy.CertifiedHosts),
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

    private static int? Killed(IHost host, int process) =>
        host.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/cgroup")) is { } cgroup
        && MemoryCounter.FileOf(cgroup) is { } file
        && host.Read(file) is { } text
            ? MemoryCounter.Killed(text)
            : null;
}
