using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;

namespace Seaworthy.Reading.Linking.Targets.Compose;

/// <summary>What a compose service mounts.</summary>
internal static class ComposeMounts
{
    public static IEnumerable<Mount> Of(ComposeStack stack, ComposeService service)
    {
        foreach (var mount in service.Volumes)
        {
            if (stack.Text(mount.Target) is not { } path)
            {
                continue;
            }

            var source = stack.Text(mount.Source);
            yield return mount.Type switch
            {
                ComposeMountType.Bind => new Mount(
                    MountKind.Bind,
                    source is null ? null : RepositoryPath.Join(stack.Project.Directory, source),
                    path,
                    mount.IsReadOnly,
                    mount.Span
                ),
                ComposeMountType.Tmpfs => new Mount(MountKind.Temporary, null, path, mount.IsReadOnly, mount.Span),
                _ => new Mount(MountKind.Volume, source, path, mount.IsReadOnly, mount.Span),
            };
        }

        foreach (var grant in service.Configs)
        {
            yield return Of(stack, grant);
        }

        foreach (var text in service.Tmpfs)
        {
            // "/run:size=64m,mode=1777"
            if (stack.Text(text) is { Length: > 0 } path)
            {
                yield return new Mount(MountKind.Temporary, null, path.Split(':')[0], false, text.Span);
            }
        }
    }

    /// <summary>Compose mounts a config as a file: one of the repository, or one created from text or a variable.</summary>
    /// <remarks>Source: the Compose specification, "Configs top-level element", and "configs" of a service.</remarks>
    private static Mount Of(ComposeStack stack, ComposeGrant grant)
    {
        var name = grant.Source.Value;
        var path = stack.Text(grant.Target) is { Length: > 0 } target ? target : $"/{name}";
        var file = stack.Project.Configs.FirstOrDefault(config => config.Name.Value == name)?.File;
        return stack.Text(file) is { Length: > 0 } written && RepositoryPath.Join(stack.Project.Directory, written) is { } source
            ? new Mount(MountKind.Bind, source, path, true, grant.Span)
            : new Mount(MountKind.ConfigMap, name, path, true, grant.Span);
    }
}
