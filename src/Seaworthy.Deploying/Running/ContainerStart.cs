using System.Text;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>Creates and starts containers; one that a crash left half made is made anew.</summary>
internal sealed class ContainerStart(DeployContext context)
{
    public void Fresh(string name, ServiceDefinition service, string role = "service", IReadOnlyList<string>? command = null)
    {
        var engine = context.Engine;
        engine.Runner.Run(DockerCommands.Remove(name));
        ContainerSpec container = new(name, service, context.Images[service.Name])
        {
            Project = context.Project,
            Release = context.Release,
            Role = role,
            Configuration = context.Configurations.GetValueOrDefault(service.Name) ?? "",
            EnvironmentFile = service.Environment.Count > 0 ? ContainerCommands.EnvironmentInput : null,
            Command = command,
        };
        using MemoryStream environment = new(Encoding.UTF8.GetBytes(string.Concat(Lines(service))));
        engine.Do(ContainerCommands.Create(container) with { Environment = Blocks(service) }, environment);
        foreach (var line in ContainerCommands.Run(container).Skip(1))
        {
            engine.Do(line);
        }
    }

    /// <summary>Starts a container that was kept.</summary>
    public void Kept(string name)
    {
        var restart = context.Engine.Find(name)?.Restart ?? throw new DeployFailedException($"the container {name} is gone");
        foreach (var line in DockerCommands.Revive(name, restart))
        {
            context.Engine.Do(line);
        }
    }

    /// <summary>Stops a container and keeps it.</summary>
    public void Retire(string name, int graceSeconds)
    {
        if (context.Engine.Find(name) is not null)
        {
            foreach (var line in DockerCommands.Retire(name, graceSeconds))
            {
                context.Engine.Do(line);
            }
        }
    }

    // A line of the engine's file is a variable, or a name alone, whose value the engine's command line takes from its own environment.
    private static IEnumerable<string> Lines(ServiceDefinition service) =>
        service.Environment.Select(variable => HasLines(variable) ? $"{variable.Name}\n" : $"{variable.Name}={variable.Value}\n");

    private static Dictionary<string, string> Blocks(ServiceDefinition service) =>
        service.Environment.Where(HasLines).ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);

    private static bool HasLines(Variable variable) => variable.Value.Contains('\n', StringComparison.Ordinal);
}
