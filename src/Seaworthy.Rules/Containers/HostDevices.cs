using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Where a compose service gives a container devices of its host: mounted, listed, or all of them as a privileged one.</summary>
/// <remarks>Source: Compose specification, "devices", "privileged".</remarks>
internal static class HostDevices
{
    // In every container as well, and open to everybody.
    private static readonly string[] OfAll = ["/dev/shm", "/dev/null", "/dev/random", "/dev/urandom"];

    public static SourceSpan? Of(Image image, Deployment deployment)
    {
        var workloads = deployment.WorkloadsOf(image.Dockerfile).ToList();
        var places = workloads.Select(workload => workload.Span).ToHashSet();
        return workloads
                .SelectMany(workload => workload.Mounts)
                .Where(mount => mount.Kind == MountKind.Bind && IsDevice(mount.Path.TrimEnd('/')))
                .Select(mount => (SourceSpan?)mount.Span)
                .FirstOrDefault()
            ?? deployment
                .ComposeStacks.SelectMany(stack => stack.Project.Services)
                .Where(service => places.Contains(service.Name.Span))
                .Select(service =>
                    service.Devices.Count > 0 ? service.Devices[0].Span
                    : service.Privileged is { Value: true } privileged ? privileged.Span
                    : (SourceSpan?)null
                )
                .FirstOrDefault(place => place is not null);
    }

    private static bool IsDevice(string path) =>
        path == "/dev" || (path.StartsWith("/dev/", StringComparison.Ordinal) && !OfAll.Contains(path, StringComparer.Ordinal));
}
