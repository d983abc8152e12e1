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
        FrontProxies proxies = new(deployment);
        var found =
            from workload in deployment.Workloads
            where workload.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
            let proxy = proxies.Of(workload)
            where proxy is not null
            from component in workload.Components
            from limiter in AddressLimiter.All
            let file = component.Code.FirstOrDefault(limiter.IsUsedIn)
            where file is not null
            select new LimitedProgram(workload, component, limiter, file, proxy.Value, proxy.Span);
        return found.DistinctBy(program => program.Span);
    }
}
