using Seaworthy.Deploying.Commands;

namespace Seaworthy.Deploying.Planning;

/// <summary>All that a container is made of, as one text: it is hashed with a key, and never written.</summary>
internal static class ConfigurationText
{
    public static string Of(ServiceDefinition service, string image)
    {
        ContainerSpec container = new("", service, image) { Project = "", Release = 0 };
        return string.Join(
            '\n',
            ContainerCommands
                .Run(container)
                .Select(line => line.ToString())
                .Concat(service.Environment.Select(variable => $"{variable.Name}={variable.Value}"))
                .Concat(service.SecretFiles.Select(file => $"{file.Path} {file.Mode} {file.Value}"))
                .Concat(service.Migration ?? [])
                .Concat(service.Listens.Select(port => port.ToString()))
        );
    }
}
