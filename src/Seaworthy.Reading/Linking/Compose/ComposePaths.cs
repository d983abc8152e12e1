using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The paths that compose projects name: bind mounts, env files, secret and config files, files to extend and include.</summary>
internal static class ComposePaths
{
    public static IEnumerable<PathUse> Find(Deployment deployment) =>
        deployment.ComposeStacks.SelectMany(stack => Find(deployment.Tree, stack));

    private static IEnumerable<PathUse> Find(RepositoryTree tree, ComposeStack stack)
    {
        foreach (var service in stack.Project.Services)
        {
            foreach (var mount in service.Volumes.Where(mount => mount.Type == ComposeMountType.Bind))
            {
                if (Use(tree, stack, PathRole.BindSource, mount.Source, mount.Span, service.Name.Value) is { } use)
                {
                    yield return use with
                    {
                        IsConditional = IsMadeByDocker(stack, mount),
                    };
                }
            }

            foreach (var file in service.EnvFiles)
            {
                if (Use(tree, stack, PathRole.EnvFile, file.Path, file.Path.Span, service.Name.Value) is { } use)
                {
                    yield return use with
                    {
                        IsConditional = !file.IsRequired,
                    };
                }
            }
        }

        var files = stack
            .Project.Secrets.Select(secret => (secret.File, secret.Name))
            .Concat(stack.Project.Configs.Select(config => (config.File, config.Name)));
        foreach (var (file, name) in files)
        {
            if (Use(tree, stack, PathRole.SecretFile, file, file?.Span ?? name.Span, name.Value) is { } use)
            {
                yield return use;
            }
        }
    }

    /// <summary>
    /// Docker makes an absent host path as an empty directory. That is what a data or log directory wants, and never what a file, a read-only mount or a configuration directory wants.
    /// </summary>
    private static bool IsMadeByDocker(ComposeStack stack, ComposeMount mount)
    {
        var name = RepositoryPath.NameOf(stack.Text(mount.Source)?.TrimEnd('/') ?? "");
        var target = stack.Text(mount.Target) ?? "";
        var isFile = name.LastIndexOf('.') > 0 || RepositoryPath.NameOf(target).LastIndexOf('.') > 0;
        var isConfiguration =
            target.StartsWith("/etc/", StringComparison.Ordinal) || target.StartsWith("/docker-entrypoint", StringComparison.Ordinal);
        return mount.CreatesHostPath && !mount.IsReadOnly && !isFile && !isConfiguration;
    }

    private static PathUse? Use(RepositoryTree tree, ComposeStack stack, PathRole role, Template? written, SourceSpan span, string subject)
    {
        if (stack.Text(written) is not { Length: > 0 } path || RepositoryPath.Join(stack.Project.Directory, path) is not { } full)
        {
            return null;
        }

        var directory = stack.Project.Directory;
        return new PathUse(role, path, span, subject, tree.Look(full, path))
        {
            From = $"the project directory {(directory.Length == 0 ? "." : directory)}",
        };
    }
}
