using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Which components end in an image. A build that copies the whole of a large context still serves one purpose, told by where its Dockerfile and context stand.</summary>
internal static class ImageComponents
{
    private static readonly string[] Settings =
    [
        ".sh",
        ".bash",
        ".conf",
        ".cfg",
        ".cnf",
        ".ini",
        ".yml",
        ".yaml",
        ".toml",
        ".json",
        ".xml",
        ".properties",
        ".tmpl",
        ".template",
        ".crt",
        ".pem",
    ];

    private static readonly PerDeployment<IReadOnlyList<Component>> NotForPhones = new(deployment =>
        [.. deployment.Components.Where(component => !component.IsForPhones)]
    );

    public static IReadOnlyList<Component> Of(
        Deployment deployment,
        Dockerfile dockerfile,
        ImageBuild build,
        IReadOnlyList<ImageStage> stages
    )
    {
        if (build.Context is not { } context)
        {
            return [];
        }

        var copied = CopiedPaths(build, dockerfile, stages, context).Distinct(StringComparer.Ordinal).ToList();
        if (stages[^1] is { PublicBase: null, Base.Text: not null } && copied.TrueForAll(path => IsSetting(deployment, path)))
        {
            // An application of others with an entry point or settings of one's own.
            return [];
        }

        // What is for phones comes along with the rest of a context, unless the image builds it for browsers.
        var components = dockerfile.File.Text.Contains("flutter", StringComparison.OrdinalIgnoreCase)
            ? deployment.Components
            : NotForPhones.Of(deployment);
        var own = components.FirstOrDefault(component => component.Root == context);
        var named = components
            .Where(component =>
                component.Root != context
                && !component.Contains(context)
                && copied.Exists(path => path != context && IsFrom(component, path, components))
            )
            .ToList();
        if (named.Count > 0)
        {
            return own is not null && Starts(stages[^1], own) ? [own, .. Deepest(named)] : Deepest(named);
        }

        var all = components
            .Where(component =>
                copied.Any(path => IsBelow(component.Root, path) || (component.Contains(path) && IsOfIts(component, path, context)))
            )
            .ToList();
        var besideDockerfile = all.Where(component =>
                component.Root.Length > context.Length && component.Contains(dockerfile.File.Directory)
            )
            .ToList();
        var started = all.Where(component => component.Root.Length > context.Length && IsStarted(component, context, stages[^1])).ToList();
        return started.Count > 0 ? Deepest(started)
            : besideDockerfile.Count > 0 ? Deepest(besideDockerfile)
            : own is not null && all.Contains(own) ? [own]
            : Deepest(all);
    }

    /// <summary><c>CMD ["node", "mcp/dist/server.js"]</c> starts what is built in the directory <c>mcp</c>.</summary>
    private static bool IsStarted(Component component, string context, ImageStage final)
    {
        var root = context.Length == 0 ? component.Root : component.Root[(context.Length + 1)..];
        return (final.Entrypoint?.Commands ?? [])
            .Concat(final.Command?.Commands ?? [])
            .SelectMany(command => command.Words)
            .Any(word => word.Literal?.TrimStart('.', '/').StartsWith(root + "/", StringComparison.Ordinal) is true);
    }

    /// <summary>A file of the component's own source is what runs: the pages of another one are only served by it.</summary>
    private static bool Starts(ImageStage final, Component component) =>
        (final.Entrypoint?.Commands ?? [])
            .Concat(final.Command?.Commands ?? [])
            .SelectMany(command => command.Words)
            .Select(word => word.Literal is { } name ? final.Files.SourceOf(final.WorkingDirectory, name) : null)
            .Any(source => source is not null && component.Code.Any(file => file.File.Path == source));

    /// <summary>A script or a file of settings: it brings nothing of a component's program. What is not in the tree may be built from one.</summary>
    private static bool IsSetting(Deployment deployment, string path) =>
        deployment.Tree.HasFile(path)
        && Array.Exists(Settings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && !deployment.Components.Any(component =>
            component.Code.Any(file => file.File.Path == path) || component.Manifests.Any(manifest => manifest.File.Path == path)
        );

    /// <summary>Of a component that begins above the context, a build takes something only with its source: what else lies there may be written in a language that is not read.</summary>
    private static bool IsOfIts(Component component, string path, string context) =>
        component.Root.Length >= context.Length
        || HasSource(component, path)
        || component.Code.Any(file => file.File.Path == path)
        || component.Manifests.Any(manifest => manifest.File.Path == path);

    private static bool HasSource(Component component, string directory) =>
        component.Code.Any(file => file.File.Path.Length > directory.Length && IsBelow(file.File.Path, directory));

    private static IEnumerable<string> CopiedPaths(
        ImageBuild build,
        Dockerfile dockerfile,
        IReadOnlyList<ImageStage> stages,
        string context
    )
    {
        StageVariables variables = new(dockerfile, build);
        foreach (var stage in stages)
        {
            foreach (var copy in stage.Declared.Instructions.OfType<DockerInstruction.Copy>().Where(copy => copy.From is null))
            {
                foreach (var source in copy.Sources)
                {
                    var path = variables.Resolve(source, stage.Declared, copy).Text?.TrimStart('/').Split('*')[0];
                    if (path is not null && RepositoryPath.Join(context, path) is { } full)
                    {
                        yield return full;
                    }
                }
            }
        }
    }

    /// <summary>What lies inside a directory of another component's source (a template, a generated client) comes along with that.</summary>
    private static bool IsFrom(Component component, string path, IReadOnlyList<Component> all) =>
        component.Root.Length > 0
        && (
            component.Contains(path)
            || (IsBelow(component.Root, path) && !all.Any(other => other != component && other.Contains(path) && HasSource(other, path)))
        );

    private static bool IsBelow(string root, string path) =>
        path.Length == 0 || (root.StartsWith(path, StringComparison.Ordinal) && (root.Length == path.Length || root[path.Length] == '/'));

    /// <summary>A component inside another of the list is the one meant.</summary>
    private static IReadOnlyList<Component> Deepest(IReadOnlyList<Component> components) =>
        [
            .. components.Where(component =>
                !components.Any(other =>
                    !ReferenceEquals(other, component) && component.Contains(other.Root) && component.Root != other.Root
                )
            ),
        ];
}
