using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>All dependencies of a module on the JVM, as far as the tree shows: declared, inherited, and those of the repository's modules that it uses.</summary>
internal sealed class JvmDependencies
{
    private const int MostBuilds = 200;

    // Parents that bring versions and plugins, and no dependency.
    private static readonly HashSet<string> PlainParents = new(StringComparer.Ordinal)
    {
        "spring-boot-starter-parent",
        "spring-boot-parent",
        "spring-boot-dependencies",
        "spring-cloud-dependencies",
        "spring-cloud-starter-parent",
        "micronaut-parent",
        "micronaut-platform",
    };

    private readonly HashSet<string> artifacts = new(StringComparer.Ordinal);
    private readonly List<string> aliases = [];

    private readonly HashSet<string> roots = new(StringComparer.Ordinal);

    private JvmDependencies() { }

    /// <summary>The directories of the other modules of the repository that are among them.</summary>
    public IReadOnlyCollection<string> ModuleRoots => roots;

    public IReadOnlyCollection<string> Artifacts => artifacts;

    /// <summary>Why there may be others; null when the whole build is known. Dependencies of libraries are never known.</summary>
    public string? IncompleteBecause { get; private set; }

    public static JvmDependencies Of(Deployment deployment, Component component)
    {
        JvmDependencies all = new();
        Queue<JavaBuild> open = new(component.Manifests.OfType<JavaBuild>());
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (open.TryDequeue(out var build) && seen.Count < MostBuilds)
        {
            if (seen.Add(build.File.Path))
            {
                all.Add(deployment, build, open);
            }
        }

        return all;
    }

    /// <summary>Whether an artifact is among them; with a star at its end, any that begins so. Aliases of a catalog are compared by their words.</summary>
    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (
                name.EndsWith('*')
                    ? artifacts.Any(artifact => artifact.StartsWith(name[..^1], StringComparison.Ordinal))
                    : artifacts.Contains(name)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any name or alias holds a word.</summary>
    public bool Mentions(string word) =>
        artifacts.Any(artifact => artifact.Contains(word, StringComparison.OrdinalIgnoreCase))
        || aliases.Exists(alias => alias.Contains(word, StringComparison.OrdinalIgnoreCase));

    private void Add(Deployment deployment, JavaBuild build, Queue<JavaBuild> open)
    {
        foreach (var dependency in build.Dependencies.Where(dependency => dependency.Kind is not DependencyKind.Development))
        {
            artifacts.Add(dependency.Name[(dependency.Name.LastIndexOf(':') + 1)..]);
            foreach (var module in Modules(deployment, build, dependency))
            {
                roots.Add(module.File.Directory);
                open.Enqueue(module);
            }
        }

        artifacts.UnionWith(build.Plugins.Select(plugin => plugin.Value));
        foreach (var alias in build.CatalogAliases)
        {
            aliases.Add(alias.Value.Replace('.', '-'));
            IncompleteBecause ??= $"{alias.Span} refers to it by an alias";
        }

        Inherit(deployment, build, open);
    }

    private void Inherit(Deployment deployment, JavaBuild build, Queue<JavaBuild> open)
    {
        if (build.Parent is { } parent)
        {
            if (deployment.Of<JavaBuild>().FirstOrDefault(other => other.Tool == "maven" && other.Name?.Value == parent.Value) is { } found)
            {
                open.Enqueue(found);
            }
            else if (!PlainParents.Contains(parent.Value))
            {
                IncompleteBecause ??= $"{parent.Value}, the parent in {parent.Span}, is not in the repository";
            }
        }

        if (build.Tool == "gradle")
        {
            foreach (
                var above in RepositoryPath
                    .Ancestors(build.File.Directory)
                    .SelectMany(deployment.In<JavaBuild>)
                    .Where(other => other.ConfiguresModules)
            )
            {
                open.Enqueue(above);
            }

            // Convention plugins of the build itself bring what they like.
            IncompleteBecause ??=
                deployment.Tree.HasDirectory("buildSrc") || deployment.Tree.HasDirectory("build-logic")
                    ? "plugins of the build may add more"
                    : null;
        }
    }

    /// <summary>The module of this repository that a dependency is.</summary>
    private static IEnumerable<JavaBuild> Modules(Deployment deployment, JavaBuild build, Dependency dependency)
    {
        var name = dependency.Name[(dependency.Name.LastIndexOf(':') + 1)..];
        return dependency.Location is { } path
            ? deployment
                .Of<JavaBuild>()
                .Where(other =>
                    other.Tool == "gradle"
                    && (other.File.Directory == path || other.File.Directory.EndsWith("/" + path, StringComparison.Ordinal))
                )
            : deployment.Of<JavaBuild>().Where(other => other.Tool == "maven" && other.Name?.Value == name && other != build);
    }
}
