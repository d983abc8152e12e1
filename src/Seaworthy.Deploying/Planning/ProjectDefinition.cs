namespace Seaworthy.Deploying.Planning;

/// <summary>A Compose project with every value filled in, as it is to run.</summary>
/// <param name="Name">Stands in front of the names of containers, networks and volumes, as Compose has it.</param>
/// <param name="Services">In the order in which they start: each after those that it depends on.</param>
public sealed record ProjectDefinition(string Name, IReadOnlyList<ServiceDefinition> Services)
{
    /// <summary>Networks of the project itself.</summary>
    public IReadOnlyList<NetworkDefinition> Networks { get; init; } = [];

    /// <summary>Volumes of the project itself.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>Networks and volumes that something else makes, and that must be there.</summary>
    public IReadOnlyList<string> External { get; init; } = [];

    /// <summary>How many seconds a container of a service may take to end, be it declared still or not.</summary>
    public int GraceOf(string service) => Find(service)?.GraceSeconds ?? ServiceDefinition.UsualGrace;

    public ServiceDefinition? Find(string service) => Services.FirstOrDefault(each => each.Name == service);
}
