using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Addresses that source has built in: requests whose host no variable can change. If a variable decides the address, the variable is reported.</summary>
internal sealed class CodeEndpoints(CodeValues values, LoadedCode loading)
{
    private static readonly Resolved FromOutside = Resolved.Unknown("a variable decides");

    public IEnumerable<EndpointUse> Find(Target target, HostDirectory hosts) =>
        target.Kind is TargetKind.Compose or TargetKind.Kubernetes
            ? target.Workloads.SelectMany(workload => OfWorkload(workload, hosts))
            : [];

    private IEnumerable<EndpointUse> OfWorkload(Workload workload, HostDirectory hosts)
    {
        List<CodeFile> code = [.. workload.Components.Where(component => !component.IsStaticSite).SelectMany(component => component.Code)];
        var overSockets = code.Where(file => file.DialsSocket).Select(file => file.File.Directory).ToHashSet(StringComparer.Ordinal);
        var written = code.Where(file => file.Calls.Count > 0)
            .SelectMany(file => file.Calls.SelectMany(call => BuiltIn(file, call)))
            .Where(found => found.Address.IsLoopback || found.Address.IsSingleLabel)
            // The client of a socket needs some host in its requests, and asks nobody for it.
            .Where(found => found.Address.Port is not null || !overSockets.Contains(found.File.File.Directory))
            .ToList();
        if (written.Count == 0)
        {
            return [];
        }

        // Besides the code that a process loads, a component has browser code, scripts, and unused code.
        var loaded = loading.Of(workload);
        return written
            .Where(found => loaded.Contains(found.File.File.Path))
            .GroupBy(found => new
            {
                found.Address.Host,
                found.Address.Port,
                found.File,
            })
            .Select(same => Use(workload, hosts, [.. same]));
    }

    private IEnumerable<BuiltInAddress> BuiltIn(CodeFile file, HttpCall call)
    {
        var (text, chain) = UrlPattern.Of(call.Url, file, values, _ => FromOutside);
        if (!text.Contains("://", StringComparison.Ordinal) && call.Client is { } client)
        {
            (text, chain) = UrlPattern.Of(new CodeValue.Reference(client + ".baseURL", call.Span), file, values, _ => FromOutside);
        }

        return Address.OfUrl(text).Select(address => new BuiltInAddress(file, address, call, chain));
    }

    private static EndpointUse Use(Workload workload, HostDirectory hosts, IReadOnlyList<BuiltInAddress> same)
    {
        var first = same[0];
        var places = same.SelectMany(found => found.Chain.Append(found.Call.Span)).Distinct().ToList();
        return hosts.Use(workload, EndpointOrigin.Code, first.Address, places[0]) with
        {
            Method = first.Call.Method,
            Chain = [.. places.Skip(1)],
        };
    }

    /// <summary>An address that one request of a file names.</summary>
    private sealed record BuiltInAddress(CodeFile File, Address Address, HttpCall Call, IReadOnlyList<SourceSpan> Chain);
}
