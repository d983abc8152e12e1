using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The other proxies of the repository that pass the same path to the same program and set no limit either.</summary>
internal static class OtherDoors
{
    /// <summary>The place of the upload first.</summary>
    public static IEnumerable<SourceSpan> With(ForwardedUpload upload, Deployment deployment)
    {
        var known = deployment
            .All<ForwardedUpload>()
            .Where(other => other is { IsRefused: true, LimitAt: null } && other.AcceptedAt[0] == upload.AcceptedAt[0])
            .Select(other => other.Span);
        var written =
            from file in deployment.Of<NginxFile>()
            where file.MaximumBodySize is null
            from server in file.Servers
            where server.MaximumBodySize is null
            from location in server.Locations
            where
                location is { MaximumBodySize: null, TargetDirective: "proxy_pass", Target: not null }
                && location.Path.Value.Trim('/') == upload.Path.Trim('/')
                && upload.Target is not null
                && IsOf(upload.Target, location.Target, file)
            select location.Target?.Span ?? location.Span;
        return [upload.Span, .. known, .. written];
    }

    /// <summary>By the name of the service, or of an upstream that contains it.</summary>
    private static bool IsOf(Workload target, ProxyTarget door, NginxFile file) =>
        door.Host == target.Name
        || file.Upstreams.Any(upstream => upstream.Name.Value == door.Host && upstream.Servers.Any(server => server.Host == target.Name));
}
