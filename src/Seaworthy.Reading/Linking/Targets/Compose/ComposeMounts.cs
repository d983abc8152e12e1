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

        foreach (var text in service.Tmpfs)
        {
            // "/run:size=64m,mode=1777"
            if (stack.Text(text) is { Length: > 0 } path)
            {
                yield return new Mount(MountKind.Temporary, null, path.Split(':')[0], false, text.Span);
            }
        }
    }
}
