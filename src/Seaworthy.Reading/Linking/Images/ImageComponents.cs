using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The components that end in an image. A build that copies the whole of a large context still has one purpose, shown by the places of its Dockerfile and context.</summary>
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

    private static readonly PerDeployment<ComponentRoots> All = new(deployment => new ComponentRoots(deployment.Components));

    private static readonly PerDeployment<ComponentRoots> NotForPhones = new(deployment => new ComponentRoots(
        deployment.Components.Where(component => !component.IsForPhones)
    ));

    private static readonly PerDeployment<HashSet<string>> OfPrograms = new(deployment =>
        deployment
            .Components.SelectMany(component =>
                component.Code.Select(file => file.File.Path).Concat(component.Manifests.Select(manifest => manifest.File.Path))
            )
            .ToHashSet(StringComparer.Ordinal)
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

        // Phone apps are copied with the rest of a context, unless the image builds them for browsers.
        var isForPhones = dockerfile.File.Text.Contains("flutter", StringComparison.OrdinalIgnoreCase);
        var roots = (isForPhones ? All : NotForPhones).Of(deployment);
        var key = $"{context}\n{string.Join('\n', copied)}";
        var own = roots.At(context);
        var named = roots.Shared("named " + key, () => Deepest(Named(roots, copied, context)));
        if (named.Count > 0)
        {
            return own is not null && (Starts(stages[^1], own, roots) || IsBuiltByMix(own, copied, context)) ? [own, .. named] : named;
        }

        var paths = copied.ToHashSet(StringComparer.Ordinal);
        HashSet<Component> above = new(
            copied.SelectMany(path => roots.Above(path).Where(component => IsOfIts(component, path, context, roots))),
            ReferenceEqualityComparer.Instance
        );
        bool IsCopied(Component component) => RepositoryPath.Ancestors(component.Root).Any(paths.Contains) || above.Contains(component);
        bool IsInside(Component component) => component.Root.Length > context.Length && IsCopied(component);
        var started = roots.InOrder(Started(roots, context, stages[^1]).Where(IsInside));
        if (started.Count > 0)
        {
            return Deepest(started);
        }

        var besideDockerfile = roots.InOrder(roots.Above(dockerfile.File.Directory).Where(IsInside));
        return besideDockerfile.Count > 0 ? Deepest(besideDockerfile)
            : own is not null && IsCopied(own) ? [own]
            : roots.Shared("all " + key, () => Deepest(roots.InOrder(copied.SelectMany(roots.Below).Concat(above))));
    }

    /// <summary>With the components whose programs the build compiles, whatever else is copied: a Go server beside the Python program that it starts.</summary>
    /// <param name="mains">The main files, as paths of the repository.</param>
    public static IReadOnlyList<Component> WithCompiled(
        Deployment deployment,
        IReadOnlyList<Component> components,
        IReadOnlyList<string> mains
    )
    {
        if (mains.Count == 0)
        {
            return components;
        }

        var roots = All.Of(deployment);
        var compiled = mains.SelectMany(main => roots.Above(main).Where(component => roots.HasCode(component, main))).Except(components);
        return [.. compiled.Distinct(), .. components];
    }

    private static List<Component> Named(ComponentRoots roots, IReadOnlyList<string> copied, string context) =>
        roots.InOrder(
            copied
                .Where(path => path != context)
                .SelectMany(path =>
                    // Source inside another component's directory (a template, a generated client) belongs to that copy.
                    roots.Above(path).Any(component => roots.HasSource(component, path))
                        ? roots.Above(path)
                        : roots.Above(path).Concat(roots.Below(path))
                )
                .Where(component => component.Root.Length > 0 && component.Root != context && !component.Contains(context))
        );

    /// <summary><c>CMD ["node", "mcp/dist/server.js"]</c> starts what is built in the directory <c>mcp</c>.</summary>
    private static IEnumerable<Component> Started(ComponentRoots roots, string context, ImageStage final) =>
        (final.Entrypoint?.Commands ?? [])
            .Concat(final.Command?.Commands ?? [])
            .SelectMany(command => command.Words)
            .Select(word => word.Literal?.TrimStart('.', '/'))
            .OfType<string>()
            .Where(word => word.Contains('/', StringComparison.Ordinal))
            .Select(word => RepositoryPath.Parent(word))
            .Select(directory => context.Length == 0 ? directory : $"{context}/{directory}")
            .SelectMany(roots.Above);

    /// <summary>A release of Elixir, with what it takes in: the assets of its pages, a library of Rust.</summary>
    private static bool IsBuiltByMix(Component component, IReadOnlyList<string> copied, string context) =>
        component.Manifests.OfType<MixProject>().Any(project => copied.Any(path => path == context || path == project.File.Path));

    /// <summary>A file of the component's own source is what runs, or a script of its manifest: the pages of another one are only served by it.</summary>
    private static bool Starts(ImageStage final, Component component, ComponentRoots roots)
    {
        var words = (final.Entrypoint?.Commands ?? [])
            .Concat(final.Command?.Commands ?? [])
            .SelectMany(command => command.Words)
            .Select(word => word.Literal)
            .OfType<string>()
            .ToList();
        return words.SelectMany(Files).Any(name => Source(name) is { } source && roots.HasCode(component, source))
            || (
                words.Exists(word => word is "npm" or "yarn" or "pnpm")
                && Source("package.json") is { } manifest
                && roots.HasManifest(component, manifest)
            );

        string? Source(string name) => final.Files.SourceOf(final.WorkingDirectory, name);
    }

    /// <summary>The file itself, or the module of <c>uvicorn src.main:app</c>.</summary>
    private static IEnumerable<string> Files(string word)
    {
        yield return word;
        var module = word.Split(':')[0];
        if (module.Length > 0 && !module.Contains('/', StringComparison.Ordinal) && !module.StartsWith('-'))
        {
            yield return module.Replace('.', '/') + ".py";
        }
    }

    /// <summary>A script or a file of settings: it brings nothing of a component's program. What is not in the tree may be built from one.</summary>
    private static bool IsSetting(Deployment deployment, string path) =>
        deployment.Tree.HasFile(path)
        && Array.Exists(Settings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && !OfPrograms.Of(deployment).Contains(path);

    /// <summary>Of a component that begins above the context, a build takes something only with its source: what else lies there may be written in a language that is not read.</summary>
    private static bool IsOfIts(Component component, string path, string context, ComponentRoots roots) =>
        component.Root.Length >= context.Length
        || roots.HasManifest(component, path)
        // Mix compiles nothing without its project file: what lies below an application of Elixir is another program.
        || (!component.Manifests.OfType<MixProject>().Any() && (roots.HasSource(component, path) || roots.HasCode(component, path)));

    private static IEnumerable<string> CopiedPaths(
        ImageBuild build,
        Dockerfile dockerfile,
        IReadOnlyList<ImageStage> stages,
        string context
    )
    {
        StageVariables variables = new(dockerfile, build);
        return stages
            .SelectMany(stage => variables.CopiedFromContext(stage.Declared))
            .Select(source => RepositoryPath.Join(context, source.Value.Split('*')[0]))
            .OfType<string>();
    }

    /// <summary>A component inside another of the list is the one meant.</summary>
    private static IReadOnlyList<Component> Deepest(IReadOnlyList<Component> components)
    {
        var around = components
            .Select(component => component.Root)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(root => RepositoryPath.Ancestors(root).Skip(1))
            .ToHashSet(StringComparer.Ordinal);
        return [.. components.Where(component => !around.Contains(component.Root))];
    }
}
