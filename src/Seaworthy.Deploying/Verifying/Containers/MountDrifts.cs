using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Verifying.Containers;

/// <summary>The mounts of a container held against those of its service. Pure.</summary>
internal static class MountDrifts
{
    public static IEnumerable<string> Of(ServiceDefinition service, ObservedContainer container) =>
        service
            .Mounts.SelectMany(mount => Of(mount, container))
            .Concat(
                container
                    .Mounts.Where(mount => !mount.IsAnonymous && !service.Mounts.Any(declared => Same(declared.Target, mount.Target)))
                    .Select(mount => $"{container.Name} has {mount.Source} mounted at {mount.Target}, which is not declared")
            );

    private static IEnumerable<string> Of(MountDefinition declared, ObservedContainer container)
    {
        if (!container.MountTargets.Any(target => Same(declared.Target, target)))
        {
            yield return $"{container.Name} has nothing mounted at {declared.Target}";
        }
        else if (container.Mounts.FirstOrDefault(each => Same(declared.Target, each.Target)) is { } mount)
        {
            if (declared.Source is { } source && !IsFrom(source, mount))
            {
                yield return $"{container.Name} has {mount.Source} mounted at {declared.Target}, and {source} is declared";
            }

            if (declared.IsReadOnly != mount.IsReadOnly)
            {
                yield return $"{container.Name} may {(mount.IsReadOnly ? "not " : "")}write to {declared.Target}, which is declared otherwise";
            }
        }
    }

    /// <summary>An engine in a machine of its own sees paths below a directory.</summary>
    private static bool IsFrom(string source, ObservedMount mount) =>
        mount.Source.TrimEnd('/') == source.TrimEnd('/')
        || !mount.IsVolume
            && mount.Source.StartsWith("/host_mnt/", StringComparison.Ordinal)
            && mount.Source.EndsWith(source, StringComparison.Ordinal);

    private static bool Same(string one, string other) => one.TrimEnd('/') == other.TrimEnd('/');
}
