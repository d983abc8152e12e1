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

    private static readonly PerDeployment<ILookup<SourceSpan, OpenedDevices>> Opened = new(deployment =>
        deployment
            .ComposeStacks.SelectMany(stack => stack.Project.Services)
            .Select(
                (service, order) =>
                    new
                    {
                        service.Name.Span,
                        order,
                        Place = service.Devices.Count > 0 ? service.Devices[0].Span
                        : service.Privileged is { Value: true } privileged ? privileged.Span
                        : null,
                    }
            )
            .Where(found => found.Place is not null)
            .ToLookup(found => found.Span, found => new OpenedDevices(found.order, found.Place))
    );

    public static SourceSpan? Of(Image image, Deployment deployment)
    {
        var workloads = deployment.WorkloadsOf(image.Dockerfile).ToList();
        return workloads
                .SelectMany(workload => workload.Mounts)
                .Where(mount => mount.Kind == MountKind.Bind && IsDevice(mount.Path.TrimEnd('/')))
                .Select(mount => (SourceSpan?)mount.Span)
                .FirstOrDefault()
            ?? workloads
                .Select(workload => workload.Span)
                .Distinct()
                .SelectMany(place => Opened.Of(deployment)[place])
                .MinBy(opened => opened.Order)
                ?.Place;
    }

    private static bool IsDevice(string path) =>
        path == "/dev" || (path.StartsWith("/dev/", StringComparison.Ordinal) && !OfAll.Contains(path, StringComparer.Ordinal));

    private sealed record OpenedDevices(int Order, SourceSpan? Place);
}
