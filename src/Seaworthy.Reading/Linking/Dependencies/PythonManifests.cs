using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Which of the manifests of a repository say what the Python source of a component may import.</summary>
internal sealed class PythonManifests
{
    private readonly Deployment deployment;
    private readonly List<Manifest> manifests;
    private readonly ILookup<string, Manifest> manifestsIn;
    private readonly ILookup<string, Manifest> requirementsBelow;

    public PythonManifests(Deployment deployment)
    {
        this.deployment = deployment;
        manifests =
        [
            .. deployment
                .Of<Manifest>()
                .Where(manifest => manifest.Ecosystem == Ecosystem.Python && manifest is not PyProject { DeclaresProject: false }),
        ];
        manifestsIn = manifests.ToLookup(manifest => manifest.File.Directory, StringComparer.Ordinal);
        requirementsBelow = manifests
            .Where(manifest => manifest is Requirements && manifest.File.Directory.Length > 0)
            .ToLookup(manifest => RepositoryPath.Parent(manifest.File.Directory), StringComparer.Ordinal);
    }

    /// <summary>
    /// The nearest manifest first: those of the component, then those of directories above it. Requirements one directory below (requirements/prod.txt) count as there.
    /// </summary>
    public List<Manifest> Declaring(Component component) =>
        [
            .. RepositoryPath
                .Ancestors(component.Root)
                .SelectMany(directory =>
                    manifestsIn[directory]
                        .Concat(requirementsBelow[directory])
                        .Concat(directory == component.Root ? manifests.Where(manifest => component.Contains(manifest.File.Path)) : [])
                        .OrderBy(manifest => manifest.File.Directory.Length)
                        .ThenBy(manifest => manifest is not Requirements || manifest.File.Name != "requirements.txt" ? 1 : 0)
                        // dev-requirements.txt says less than the project's own manifest.
                        .ThenBy(manifest => manifest is Requirements ? 1 : 0)
                        .ThenBy(manifest => manifest.File.Path, StringComparer.Ordinal)
                )
                .DistinctBy(manifest => manifest.File.Path),
        ];

    /// <summary>Requirements in a directory of a program of their own say nothing of the source beside it; <c>requirements/prod.txt</c> is for the directory above.</summary>
    public static bool IsFor(Manifest manifest, string path) =>
        RepositoryPath.Inside(manifest.File.Directory, path) is not null
        || (
            RepositoryPath.NameOf(manifest.File.Directory).Contains("requirement", StringComparison.OrdinalIgnoreCase)
            && RepositoryPath.Inside(RepositoryPath.Parent(manifest.File.Directory), path) is not null
        );

    /// <summary>Packages come from somewhere that is not read: a conda environment, a computed list, a file outside the tree.</summary>
    public bool IsOpen(Component component, List<Manifest> declaring) =>
        declaring.Exists(manifest => manifest is PyProject { HasDynamicDependencies: true } or SetupScript { HasDynamicDependencies: true })
        || RepositoryPath
            .Ancestors(component.Root)
            .Any(directory =>
                deployment
                    .Tree.FilesIn(directory)
                    .Any(file =>
                        RepositoryPath.NameOf(file.Path) is "BUILD" or "BUILD.bazel" or "flake.nix" or "pixi.toml" or "requirements.in"
                        || IsCondaEnvironment(RepositoryPath.NameOf(file.Path))
                    )
            );

    /// <summary><c>environment.yml</c>, <c>conda.yaml</c>, <c>environment-gpu.yml</c>, <c>tm15-python310.yml</c>.</summary>
    private static bool IsCondaEnvironment(string name) =>
        (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal))
        && (
            name.Contains("environment", StringComparison.OrdinalIgnoreCase)
            || name.Contains("conda", StringComparison.OrdinalIgnoreCase)
            || name.Contains("python3", StringComparison.OrdinalIgnoreCase)
        );
}
