using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Verifying;

namespace Seaworthy.Deploying.Running;

/// <summary>Which containers get requests: by the proxy's socket, and by its file for the day when it is started anew.</summary>
public sealed class TrafficControl(DockerEngine engine, StateDirectory state)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // The checks of the proxy are half a second apart.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private readonly ProxySocket socket = new(() => state.Host.Socket(state.SocketPath));

    public IReadOnlyList<ServerStatistics> Statistics() => ServerStatistics.Read(socket.Ask(ProxyCommands.Statistics) ?? "");

    /// <summary>The proxy answers on its socket.</summary>
    public bool IsThere() => Wait(() => socket.Ask(ProxyCommands.Statistics) is { Length: > 0 });

    /// <summary>Gives containers requests, and returns when the proxy has reached them all, on every port that serves already. Files publish and expose ports on which nothing listens.</summary>
    /// <param name="servers">The containers.</param>
    /// <param name="weight">Their share beside others; null for what they have.</param>
    public void Bring(IReadOnlyList<ProxyServer> servers, int? weight = null)
    {
        ArgumentNullException.ThrowIfNull(servers);
        var known = Statistics();
        if (Gone(servers, known) is [_, ..] gone)
        {
            Remove(gone);
            known = Statistics();
        }

        foreach (var server in servers)
        {
            if (!known.Any(each => Is(each, server)))
            {
                foreach (var command in ProxyCommands.Add(server, Address(server.Container)))
                {
                    Tell(command);
                }
            }

            if (weight is { } share)
            {
                Tell(ProxyCommands.Weight(server, share));
            }

            Tell(ProxyCommands.Ready(server));
        }

        var served = known.Where(each => each.IsUp).Select(each => each.Backend).ToHashSet(StringComparer.Ordinal);
        var until = DateTime.UtcNow + Grace;
        if (!Wait(() => AreReached(servers, served, isPatient: DateTime.UtcNow < until)))
        {
            throw new DeployFailedException(
                $"the proxy does not reach {string.Join(", ", servers.Select(server => server.Container).Distinct())}"
            );
        }
    }

    /// <summary>Other servers of the same backends whose containers run no more: the engine gives their addresses to new ones, which would get requests before they are well.</summary>
    private IReadOnlyList<ProxyServer> Gone(IReadOnlyList<ProxyServer> servers, IReadOnlyList<ServerStatistics> known) =>
        [
            .. from each in known
            from server in servers.DistinctBy(server => server.Backend)
            where each.Backend == server.Backend && servers.All(other => !Is(each, other))
            where engine.Find(each.Server) is not { IsRunning: true }
            select server with
            {
                Container = each.Server,
            },
        ];

    private bool AreReached(IReadOnlyList<ProxyServer> servers, HashSet<string> served, bool isPatient)
    {
        var now = Statistics();
        var reached = servers.Where(server => now.Any(each => Is(each, server) && each is { IsUp: true, IsReached: true })).ToList();
        return reached.Count == servers.Count
            || !isPatient
                && servers.Except(reached).All(server => !served.Contains(server.Backend))
                && servers.All(server => reached.Exists(each => each.Container == server.Container));
    }

    /// <summary>No new requests for containers; those on their way end.</summary>
    public void Drain(IEnumerable<ProxyServer> servers) => TellKnown(servers, ProxyCommands.Drain);

    /// <summary>No requests for containers from this moment on.</summary>
    public void Rest(IEnumerable<ProxyServer> servers) => TellKnown(servers, ProxyCommands.Rest);

    public void Weigh(IEnumerable<ProxyServer> servers, int weight) => TellKnown(servers, server => ProxyCommands.Weight(server, weight));

    /// <summary>Takes containers from the proxy.</summary>
    public void Remove(IReadOnlyList<ProxyServer> servers)
    {
        ArgumentNullException.ThrowIfNull(servers);
        Rest(servers);
        foreach (var server in Known(servers))
        {
            // Connections that a client keeps are still counted for a moment.
            if (
                !Wait(() => socket.Ask(ProxyCommands.Remove(server)[^1])?.Contains("deleted", StringComparison.Ordinal) == true, seconds: 2)
            )
            {
                socket.Ask(ProxyCommands.EndSessions(server));
                Wait(() => socket.Ask(ProxyCommands.Remove(server)[^1])?.Contains("deleted", StringComparison.Ordinal) == true, seconds: 2);
            }
        }
    }

    /// <summary>Waits, for a while, until nobody is served by containers any more.</summary>
    public void AwaitIdle(IReadOnlyList<ProxyServer> servers, TimeSpan limit)
    {
        Wait(
            () => Statistics() is var now && !now.Any(each => each.Sessions > 0 && servers.Any(server => Is(each, server))),
            limit.TotalSeconds
        );
        foreach (var server in Known(servers))
        {
            Tell(ProxyCommands.EndSessions(server));
        }
    }

    /// <summary>Writes down who serves. Without changes of its own, the file says what runs.</summary>
    /// <param name="serving">The containers, for the backends of some services.</param>
    /// <param name="services">Those services; of others, what runs is taken.</param>
    public void Save(IReadOnlyList<ProxyServer> serving, IReadOnlyList<string> services)
    {
        if (state.Layout is not { } layout)
        {
            return;
        }

        var others = layout.Backends.Where(backend => !services.Contains(backend.Service)).ToList();
        state.WriteProxy(ProxyConfiguration.Text(layout, [.. Serving(layout.Project, others), .. serving]));
    }

    /// <summary>Those that the proxy counts as up; before it runs, the newest that run.</summary>
    private IEnumerable<ProxyServer> Serving(string project, List<ProxyBackend> backends)
    {
        if (Statistics() is [_, ..] known)
        {
            return backends.SelectMany(
                backend => known.Where(each => each.Backend == backend.Name && each.IsUp),
                (backend, each) => new ProxyServer(backend.Name, each.Server, backend.Port)
            );
        }

        var observed = engine.Observe(project);
        return backends.SelectMany(
            backend => observed.Running(backend.Service),
            (backend, container) => new ProxyServer(backend.Name, container.Name, backend.Port)
        );
    }

    private static bool Is(ServerStatistics each, ProxyServer server) => each.Backend == server.Backend && each.Server == server.Container;

    private IReadOnlyList<ProxyServer> Known(IEnumerable<ProxyServer> servers)
    {
        var known = Statistics();
        return [.. servers.Where(server => known.Any(each => Is(each, server)))];
    }

    private void TellKnown(IEnumerable<ProxyServer> servers, Func<ProxyServer, string> command)
    {
        foreach (var server in Known(servers))
        {
            Tell(command(server));
        }
    }

    private string Address(string container)
    {
        var networks = state.Layout?.Networks.Select(network => network.Network).ToHashSet() ?? [];
        return engine.Find(container)?.Addresses.FirstOrDefault(pair => networks.Contains(pair.Key) && pair.Value.Length > 0).Value
            ?? throw new DeployFailedException($"{container} has no address in a network of the proxy");
    }

    private void Tell(string command)
    {
        var answer = socket.Ask(command) ?? throw new DeployFailedException("the proxy does not answer on its socket");
        if (
            answer.Trim() is { Length: > 0 } said
            && !said.Contains("registered", StringComparison.Ordinal)
            && !said.Contains("deleted", StringComparison.Ordinal)
        )
        {
            throw new DeployFailedException($"the proxy refuses '{command}': {said}");
        }
    }

    private static bool Wait(Func<bool> condition, double? seconds = null)
    {
        var until = DateTime.UtcNow + (seconds is { } limit ? TimeSpan.FromSeconds(limit) : Patience);
        while (!condition())
        {
            if (DateTime.UtcNow > until)
            {
                return false;
            }

            Thread.Sleep(50);
        }

        return true;
    }
}
