using System.Globalization;

namespace Seaworthy.Deploying.Planning;

/// <summary>From what is declared and what runs to the steps between them. Pure: nothing is asked and nothing is touched.</summary>
public static class Planner
{
    public static DeployPlan Of(PlanInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var services = input.Project.Services;
        var changed = services.Where(service => !service.IsOneOff && IsChanged(input, service)).ToList();
        var isDue = changed.Count > 0 || services.Any(service => service.IsOneOff && IsNew(input, service));
        if (!isDue && !NeedsProxy(input) && input.Certificates.Count == 0 && input.Order is not { IsDue: true })
        {
            return new DeployPlan(input.Release, []) { Unchanged = [.. services.Select(service => service.Name)] };
        }

        StepWriter write = new(input);
        var needed = Early(services);
        var migrating = services
            .Where(service => service.IsOneOff || (service.Migration is not null && changed.Contains(service)))
            .ToList();
        var migrates = migrating.Count > 0 || changed.Exists(service => service.MigratesAtStart is not null);
        var fresh = changed.Where(IsStartFirst).ToList();
        var moved = fresh.Where(service => input.Observed.Running(service.Name).Count > 0).ToList();
        IReadOnlyList<DeployStep> steps =
        [
            write.Prepare(),
            .. input.Certificates.Count > 0 ? [write.Certificates()] : Array.Empty<DeployStep>(),
            .. NeedsProxy(input) ? [write.Proxy()] : Array.Empty<DeployStep>(),
            .. input.Order is { IsDue: true } order ? [write.Issue(order)] : Array.Empty<DeployStep>(),
            .. services.Where(service => IsSaved(input, service, changed, migrates)).Select(write.Backup),
            .. changed.Where(service => !IsStartFirst(service) && needed.Contains(service.Name)).Select(write.Replace),
            .. migrating.Select(write.Migrate),
            .. Greens(write, fresh, moved),
            .. changed.Where(service => !IsStartFirst(service) && !needed.Contains(service.Name)).Select(write.Replace),
            .. input.Canary is { } canary && moved.Count > 0 ? [write.Canary(canary, moved)] : Array.Empty<DeployStep>(),
            .. moved.Select(write.Switch),
            .. changed.Count > 0 ? [write.Watch(changed)] : Array.Empty<DeployStep>(),
            write.Promote(),
            .. moved.Select(write.Retire),
            write.Prune(),
        ];
        return new DeployPlan(input.Release, steps)
        {
            Unchanged = [.. services.Where(service => !service.IsOneOff && !changed.Contains(service)).Select(service => service.Name)],
            Orphans =
            [
                .. input
                    .Observed.Containers.Where(container => container is { Role: "service", IsRunning: true })
                    .Where(container => input.Project.Find(container.Service) is null)
                    .Select(container => container.Name),
            ],
        };
    }

    /// <summary>The name of a container: one of several has its number behind. A port of the host can be published by one alone.</summary>
    public static IReadOnlyList<string> Containers(string project, ServiceDefinition service, int release)
    {
        ArgumentNullException.ThrowIfNull(service);
        var name = string.Create(CultureInfo.InvariantCulture, $"{project}-{service.Name}-{release}");
        return service.Replicas == 1 || (!IsStartFirst(service) && service.Ports.Count > 0)
            ? [name]
            : [.. Enumerable.Range(1, service.Replicas).Select(number => string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"))];
    }

    /// <summary>Services that nothing serves yet take traffic one by one, so that those that depend on them find them; others wait until all are well.</summary>
    private static IEnumerable<DeployStep> Greens(StepWriter write, List<ServiceDefinition> fresh, List<ServiceDefinition> moved)
    {
        foreach (var service in fresh)
        {
            yield return write.Start(service);
            if (!moved.Contains(service))
            {
                yield return write.Health(service);
                yield return write.Join(service);
            }
        }

        foreach (var service in moved)
        {
            yield return write.Health(service);
        }
    }

    /// <summary>What others stand on, declared or not: Compose starts a cache that no <c>depends_on</c> names at the same time as its users.</summary>
    private static HashSet<string> Early(IReadOnlyList<ServiceDefinition> services) =>
        [
            .. StartOrder.NeededBy(
                services,
                service => service.IsOneOff || service.Migration is not null || IsStartFirst(service) || service.IsBacking
            ),
            .. services.Where(service => service.IsBacking).Select(service => service.Name),
        ];

    private static bool IsStartFirst(ServiceDefinition service) => service.Order == UpdateOrder.StartFirst;

    private static bool NeedsProxy(PlanInput input) =>
        input.Proxy.IsNeeded
        && !(input.Observed.Proxy is { IsRunning: true, Configuration: var running } && running == input.ProxyConfiguration);

    private static bool IsChanged(PlanInput input, ServiceDefinition service)
    {
        var running = input.Observed.Running(service.Name);
        return running.Count != Containers(input.Project.Name, service, input.Release).Count
            || running.Any(container => container.Configuration != input.Configurations.GetValueOrDefault(service.Name));
    }

    private static bool IsNew(PlanInput input, ServiceDefinition service) =>
        input.Configurations.GetValueOrDefault(service.Name) is not { } configuration
        || input.Current.GetValueOrDefault(service.Name) != configuration;

    private static bool IsSaved(PlanInput input, ServiceDefinition service, List<ServiceDefinition> changed, bool migrates) =>
        service.Store != StoreKind.None
        && input.Observed.Running(service.Name).Count > 0
        && (changed.Contains(service) || (migrates && service.Store != StoreKind.Files));
}
