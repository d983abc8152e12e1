namespace Seaworthy.Model.Topology;

/// <summary>What kind of configuration a route from outside stands in.</summary>
public enum RouteKind
{
    Nginx,
    Caddy,

    /// <summary>Labels of a Compose service, which Traefik reads.</summary>
    Traefik,
    Ingress,
}
