using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Which of the manifests of a repository say what the Python source of a component may import.</summary>
internal sealed class PythonManifests
{
    private readonly Deployment deployment;
    private readonly PathOrder<Manifest> order;
    private readonly ILookup<string, Manifest> manifestsIn;
    private readonly ILookup<string, Manifest> requirementsBelow;
    private readonly ILookup<string, Manifest> forAbove;

    // Of the directories above a component, others have the same.
    private readonly ConcurrentDictionary<string, ManifestLevel> levels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> open = new(StringComparer.Ordinal);

    public PythonManifests(Deployment deployment)
    {
        this.deployment = deployment;
        List<Manifest> manifests =
        [
            .. deployment
                .Of<Manifest>()
                .Where(manifest => manifest.Ecosystem == Ecosystem.Python && manifest is not PyProject { DeclaresProject: false }),
        ];
        order = new PathOrder<Manifest>(manifests, manifest => manifest.File.Path);
        manifestsIn = manifests.ToLookup(manifest => manifest.File.Directory, StringComparer.Ordinal);
        requirementsBelow = manifests
            .Where(manifest => manifest is Requirements && manifest.File.Directory.Length > 0)
            .ToLookup(manifest => RepositoryPath.Parent(manifest.File.Directory), StringComparer.Ordinal);
        forAbove = manifests
            .Where(manifest => RepositoryPath.NameOf(manifest.File.Directory).Contains("requirement", StringComparison.OrdinalIgnoreCase))
            .ToLookup(manifest => RepositoryPath.Parent(manifest.File.Directory), StringComparer.Ordinal);
    }

    /// <summary>
    /// The nearest manifest first: those of the component, then those of directories above it. Requirements one directory below (requirements/prod.txt) count as there.
    /// </summary>
    public DeclaringManifests Declaring(Component component) =>
        new([
            .. RepositoryPath
                .Ancestors(component.Root)
                .Select(directory =>
                    directory == component.Root
                        ? Level(manifestsIn[directory].Concat(requirementsBelow[directory]).Concat(order.Below(directory)))
                        : levels.GetOrAdd(directory, asked => Level(manifestsIn[asked].Concat(requirementsBelow[asked])))
                ),
        ]);

    private static ManifestLevel Level(IEnumerable<Manifest> manifests) =>
        new([
            .. manifests
                .DistinctBy(manifest => manifest.File.Path)
                .OrderBy(manifest => manifest.File.Directory.Length)
                .ThenBy(manifest => manifest is not Requirements || manifest.File.Name != "requirements.txt" ? 1 : 0)
                // dev-requirements.txt says less than the project's own manifest.
                .ThenBy(manifest => manifest is Requirements ? 1 : 0)
                .ThenBy(manifest => manifest.File.Path, StringComparer.Ordinal),
        ]);

    /// <summary>
    /// One of the manifests that declare for a component mentions a file of its source. Requirements in a directory of a program of their own say nothing of the source beside it;
    /// <c>requirements/prod.txt</c> is for the directory above.
    /// </summary>
    public bool AreFor(Component component, string path) =>
        RepositoryPath
            .Ancestors(RepositoryPath.Parent(path))
            .Any(directory =>
                manifestsIn[directory].Any()
                || forAbove[directory].Any(manifest => manifest is Requirements || component.Contains(manifest.File.Path))
            );

    /// <summary>Packages come from somewhere that is not read: a conda environment, a computed list, a file outside the tree.</summary>
    public bool IsOpen(Component component, DeclaringManifests declaring) =>
        declaring.HaveDynamicDependencies || RepositoryPath.Ancestors(component.Root).Any(directory => open.GetOrAdd(directory, IsOpen));

    private bool IsOpen(string directory) =>
        deployment
            .Tree.FilesIn(directory)
            .Select(file => RepositoryPath.NameOf(file.Path))
            .Any(name => name is "BUILD" or "BUILD.bazel" or "flake.nix" or "pixi.toml" or "requirements.in" || IsCondaEnvironment(name));

    /// <summary><c>environment.yml</c>, <c>conda.yaml</c>, <c>environment-gpu.yml</c>, <c>tm15-python310.yml</c>.</summary>
    private static bool IsCondaEnvironment(string name) =>
        (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal))
        && (
            name.Contains("environment", StringComparison.OrdinalIgnoreCase)
            || name.Contains("conda", StringComparison.OrdinalIgnoreCase)
            || name.Contains("python3", StringComparison.OrdinalIgnoreCase)
        );
}
