using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>A program behind a proxy that limits requests by the address they come from.</summary>
/// <param name="File">Where it imports the limiter.</param>
/// <param name="Proxy">What stands before it: <c>nginx</c>, <c>Render</c>.</param>
/// <param name="ProxyAt">Where that is said.</param>
internal sealed record LimitedProgram(
    Workload Workload,
    Component Component,
    AddressLimiter Limiter,
    CodeFile File,
    string Proxy,
    SourceSpan ProxyAt
)
{
    /// <summary>A file of the program says which address counts.</summary>
    public bool IsTold =>
        Component.Code.Any(file => Limiter.IsToldBy(file.File)) || Component.Manifests.Any(manifest => Limiter.IsToldBy(manifest.File));

    public SourceSpan Span => File.Imports.FirstOrDefault(import => import.IsOf(Limiter.Package))?.Span ?? File.File.Whole;

    public static IEnumerable<LimitedProgram> All(Deployment deployment)
    {
        var proxied = deployment
            .Endpoints.Where(use => use is { Origin: EndpointOrigin.Proxy, Callee: not null, Caller: not null } && use.Caller != use.Callee)
            .ToLookup(use => use.Callee);
        var found =
            from workload in deployment.Workloads
            where workload.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
            let door = proxied[workload].FirstOrDefault()
            let proxy = door?.Caller?.Name ?? Platform(workload.Kind)
            where proxy is not null
            from component in workload.Components
            from limiter in AddressLimiter.All
            let file = component.Code.FirstOrDefault(limiter.IsUsedIn)
            where file is not null
            select new LimitedProgram(workload, component, limiter, file, proxy, door?.Span ?? workload.Span);
        return found.DistinctBy(program => program.Span);
    }

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
