using Seaworthy.Deploying.Certificates;

namespace Seaworthy.Deploying.Planning;

/// <summary>The hosts of the public network for which a service answers.</summary>
/// <param name="Hosts">In lower case.</param>
public sealed record ServiceDomain(IReadOnlyList<string> Hosts)
{
    /// <summary>Its published port on which the proxy ends TLS; null for a service that others lend theirs, by the name that is asked for.</summary>
    public PublishedPort? Port { get; init; }

    /// <summary>For how long browsers are to come by TLS alone; null to say nothing of it.</summary>
    public TimeSpan? Hsts { get; init; }

    /// <summary>By whom its certificates are ordered; null where they are given.</summary>
    public AcmeAccount? Acme { get; init; }

    /// <summary>The port of the service that its hosts lead to.</summary>
    public int? Inside(ServiceDefinition service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Port?.Container ?? (service.Listens is [var only] ? only.Number : null);
    }
}
