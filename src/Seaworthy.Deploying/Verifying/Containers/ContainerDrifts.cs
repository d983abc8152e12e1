using System.Globalization;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Verifying.Containers;

/// <summary>One running container held against its service. Pure.</summary>
internal static class ContainerDrifts
{
    public static IEnumerable<Drift> Of(PlanInput input, ServiceDefinition service, ObservedContainer container, RunningSystem system)
    {
        var isStopFirst = service.Order == UpdateOrder.StopFirst;
        return
        [
            .. Of(DriftKind.Image, OfImage(input, service, container)),
            .. Of(DriftKind.Definition, OfDefinition(input, service, container)),
            .. Of(DriftKind.Health, OfHealth(container)),
            .. Of(DriftKind.Restarts, OfRestarts(container, system)),
            .. Of(DriftKind.Variables, OfVariables(service, container, system)),
            .. Of(DriftKind.Mounts, MountDrifts.Of(service, container)),
            .. Of(DriftKind.Networks, NetworkDrifts.Of(service.Networks, container, hasNames: isStopFirst)),
            .. Of(
                DriftKind.Published,
                NetworkDrifts.OfPorts(isStopFirst ? service.Ports.Select(port => port.To(port.Container)) : [], container)
            ),
            .. Of(DriftKind.Settings, SettingDrifts.Of(service, container)),
            .. Of(DriftKind.Listening, OfListening(service, container, system)),
        ];

        IEnumerable<Drift> Of(DriftKind kind, IEnumerable<string> texts) => texts.Select(text => new Drift(kind, service.Name, text));
    }

    private static IEnumerable<string> OfImage(PlanInput input, ServiceDefinition service, ObservedContainer container) =>
        input.Images.GetValueOrDefault(service.Name) is { } image && service.Build is null && container.Image != image
            ? [$"{container.Name} runs another image than {service.Image} names now"]
            : [];

    private static IEnumerable<string> OfDefinition(PlanInput input, ServiceDefinition service, ObservedContainer container) =>
        input.Configurations.GetValueOrDefault(service.Name) is { } configuration && container.Configuration != configuration
            ? [$"{container.Name} was made of another definition or other values"]
            : [];

    private static IEnumerable<string> OfHealth(ObservedContainer container) =>
        container.Health == "unhealthy"
            ? [$"{container.Name} is unhealthy{(container.HealthOutput.Length > 0 ? $": {container.HealthOutput}" : "")}"]
            : [];

    private static IEnumerable<string> OfRestarts(ObservedContainer container, RunningSystem system)
    {
        if (container.Restarts > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{container.Name} was started again {container.Restarts} times");
        }

        var isCounted = system.OutOfMemory.TryGetValue(container.Name, out var killed);
        if (killed > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{container.Name} ran out of memory: {killed} of its processes {(killed == 1 ? "was" : "were")} killed since it started"
            );
        }
        // The engine keeps its mark when somebody starts the container again by hand; the kernel counts anew.
        else if (container.IsOutOfMemory && (!isCounted || container.Restarts > 0))
        {
            yield return $"{container.Name} ran out of memory";
        }
    }

    private static IEnumerable<string> OfVariables(ServiceDefinition service, ObservedContainer container, RunningSystem system)
    {
        foreach (var variable in service.Environment)
        {
            if (!container.VariableNames.Contains(variable.Name))
            {
                yield return $"{container.Name} has no variable {variable.Name}";
            }
            else if (container.VariableHashes.TryGetValue(variable.Name, out var hash) && hash != Variable.Hash(variable.Value))
            {
                yield return $"{container.Name} has another value of {variable.Name} than is declared";
            }
        }

        if (system.ImageVariables.TryGetValue(container.Image, out var ofImage))
        {
            foreach (
                var name in container.VariableNames.Where(name =>
                    !ofImage.Contains(name) && service.Environment.All(variable => variable.Name != name)
                )
            )
            {
                yield return $"{container.Name} has the variable {name}, which is not declared";
            }
        }
    }

    private static IEnumerable<string> OfListening(ServiceDefinition service, ObservedContainer container, RunningSystem system) =>
        system.Listening.GetValueOrDefault(container.Name) is { } listening
            ? service
                .Listens.Where(port => !listening.Contains(port.Number))
                .Select(port => string.Create(CultureInfo.InvariantCulture, $"nothing listens on {port.Number} in {container.Name}"))
            : [];
}
