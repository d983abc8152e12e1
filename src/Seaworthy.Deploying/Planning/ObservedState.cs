namespace Seaworthy.Deploying.Planning;

/// <summary>What runs of a project, before anything is touched.</summary>
/// <param name="Containers">All of it, those that are kept for a rollback too.</param>
public sealed record ObservedState(IReadOnlyList<ObservedContainer> Containers)
{
    /// <summary>Nothing was ever deployed.</summary>
    public static ObservedState Empty { get; } = new([]);

    public ObservedContainer? Find(string container) => Containers.FirstOrDefault(each => each.Name == container);

    /// <summary>The running containers of a service: those of its newest release that runs.</summary>
    public IReadOnlyList<ObservedContainer> Running(string service)
    {
        var running = Containers.Where(each => each is { Role: "service", IsRunning: true } && each.Service == service).ToList();
        return
        [
            .. running.Where(each => each.Release == running.Max(one => one.Release)).OrderBy(each => each.Name, StringComparer.Ordinal),
        ];
    }

    public ObservedContainer? Proxy => Containers.FirstOrDefault(each => each.Role == "proxy");
}
