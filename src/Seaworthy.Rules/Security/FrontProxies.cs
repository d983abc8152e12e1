using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>What stands before a workload and passes requests on to it: a proxy of the repository, or the router of a platform.</summary>
internal sealed class FrontProxies(Deployment deployment)
{
    private readonly ILookup<Workload?, EndpointUse> proxied = deployment
        .Endpoints.Where(use => use is { Origin: EndpointOrigin.Proxy, Callee: not null, Caller: not null } && use.Caller != use.Callee)
        .ToLookup(use => use.Callee);

    /// <summary>Its name and where it is said; null for a workload that clients reach themselves, as far as can be seen.</summary>
    public Fact<string>? Of(Workload workload) =>
        proxied[workload].FirstOrDefault() is { Caller: { } caller } door ? new Fact<string>(caller.Name, door.Span)
        : Platform(workload.Kind) is { } platform ? new Fact<string>(platform, workload.Span)
        : null;

    /// <summary>Platforms whose router passes requests on and adds <c>X-Forwarded-For</c>.</summary>
    /// <remarks>Sources: Heroku, "HTTP Routing"; Render, "Web Services"; Fly.io, "Request headers"; Railway, "Public Networking".</remarks>
    private static string? Platform(TargetKind kind) =>
        kind switch
        {
            TargetKind.Heroku => "the router of Heroku",
            TargetKind.Render => "the proxy of Render",
            TargetKind.Fly => "the proxy of Fly.io",
            TargetKind.Railway => "the proxy of Railway",
            _ => null,
        };
}
