using System.Text;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>Creates and starts containers; one that a crash left half made is made anew.</summary>
internal sealed class ContainerStart(DeployContext context)
{
    /// <param name="name">The container.</param>
    /// <param name="service">Of what.</param>
    /// <param name="role">What it is there for.</param>
    /// <param name="command">Instead of the service's own.</param>
    /// <param name="before">The container whose place it takes; null for none.</param>
    public void Fresh(
        string name,
        ServiceDefinition service,
        string role = "service",
        IReadOnlyList<string>? command = null,
        string? before = null
    )
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
            Carried = service.Carried(before is null ? null : engine.Find(before)),
        };
        using MemoryStream environment = new(Encoding.UTF8.GetBytes(EnvironmentLines.Of(service.Environment)));
        engine.Do(ContainerCommands.Create(container) with { Environment = Blocks(service) }, environment);
        CopySecrets(name, service);
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

    /// <summary>They lie within the container, and nowhere on this machine: a bind mount would need a file that outlives the command.</summary>
    private void CopySecrets(string name, ServiceDefinition service)
    {
        if (service.SecretFiles.Count == 0)
        {
            return;
        }

        using var archive = SecretArchive.Of(service.SecretFiles);
        var copied = context.Engine.Runner.Run(DockerCommands.CopyIn(name, "/"), archive);
        if (!copied.IsDone)
        {
            throw new DeployFailedException($"the secrets of {service.Name} cannot be copied into its container: {copied.Complaint}");
        }
    }

    private static Dictionary<string, string> Blocks(ServiceDefinition service) =>
        service
            .Environment.Where(variable => !EnvironmentLines.IsLine(variable))
            .ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
}
