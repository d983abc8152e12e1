namespace Seaworthy.Deploying.Planning;

/// <summary>Services in the order in which they start.</summary>
public static class StartOrder
{
    /// <summary>Each after those that it depends on, otherwise as the file has them. A cycle is cut where it is met.</summary>
    public static IReadOnlyList<ServiceDefinition> Of(IReadOnlyList<ServiceDefinition> services)
    {
        List<ServiceDefinition> ordered = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var service in services)
        {
            Add(service);
        }

        return ordered;

        void Add(ServiceDefinition service)
        {
            if (!seen.Add(service.Name))
            {
                return;
            }

            foreach (var needed in service.DependsOn)
            {
                if (services.FirstOrDefault(each => each.Name == needed) is { } found)
                {
                    Add(found);
                }
            }

            ordered.Add(service);
        }
    }

    /// <summary>The names of all services that some must have, however far away.</summary>
    public static IReadOnlySet<string> NeededBy(IReadOnlyList<ServiceDefinition> services, Func<ServiceDefinition, bool> some)
    {
        HashSet<string> needed = new(StringComparer.Ordinal);
        // Backwards: who needs stands behind who is needed.
        foreach (var service in services.Reverse())
        {
            if (some(service) || needed.Contains(service.Name))
            {
                needed.UnionWith(service.DependsOn);
            }
        }

        return needed;
    }
}
