using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Images.Builds;
using Seaworthy.Reading.Linking.Images.Effects.Packages;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>What the manifests of the repository say of its builds: the names under which programs can be left, all projects taken together, and scripts.</summary>
internal sealed class RepositoryBuilds
{
    private readonly HashSet<string> crates = new(StringComparer.Ordinal);
    private readonly HashSet<string> assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PackageJson> packages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TurboJson> turbos;
    private readonly bool knowsAssemblies;

    public RepositoryBuilds(Deployment deployment)
    {
        Packages = new PackageOutputs(deployment);
        Workspaces = new WorkspacePackages(deployment);
        turbos = deployment
            .Of<TurboJson>()
            .DistinctBy(tasks => tasks.File.Directory)
            .ToDictionary(tasks => tasks.File.Directory, StringComparer.Ordinal);
        foreach (var package in deployment.Of<PackageJson>())
        {
            packages[package.File.Path] = package;
        }

        foreach (var cargo in deployment.Of<CargoManifest>())
        {
            crates.UnionWith(Binaries(cargo, deployment.Tree));
        }

        var projects = deployment.Of<DotNetProject>().ToList();
        assemblies.UnionWith(projects.Where(project => !project.IsImported).Select(AssemblyOf));
        // A name that is computed, or set for all projects at once, may be anything.
        knowsAssemblies =
            assemblies.Count > 0
            && !projects.Exists(project =>
                project.AssemblyName is { } name && (project.IsImported || name.Value.Contains('$', StringComparison.Ordinal))
            );

        Standalone = new NextStandalone(deployment);
    }

    /// <summary>Where scripts of packages leave what they build.</summary>
    public PackageOutputs Packages { get; }

    /// <summary>What Next.js leaves only when it is asked to.</summary>
    public NextStandalone Standalone { get; }

    /// <summary>A program in a profile's directory below <c>target</c> that no crate of the repository is called like.</summary>
    public bool IsNoCrate(string path) =>
        crates.Count > 0
        && (
            IsBelowProgram(path)
            || (
                ImagePath.NameOf(path) is var name
                && !name.Contains('.', StringComparison.Ordinal)
                && IsProfile(path[..Math.Max(path.LastIndexOf('/'), 0)])
                && !crates.Contains(name)
            )
        );

    /// <summary>A program is no directory: nothing lies below <c>target/release/shop</c>.</summary>
    private bool IsBelowProgram(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            var above = path[..end];
            if (crates.Contains(ImagePath.NameOf(above)) && IsProfile(above[..Math.Max(above.LastIndexOf('/'), 0)]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A library that no project of the repository builds; as the program of <c>dotnet</c> it must be one.</summary>
    public bool IsNoAssembly(string file) =>
        knowsAssemblies
        && file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        && !assemblies.Contains(ImagePath.NameOf(file)[..^".dll".Length]);

    /// <summary>The package.json at a path of the repository.</summary>
    public PackageJson? FindPackage(string? path) => path is null ? null : packages.GetValueOrDefault(path);

    /// <summary>The workspaces of JavaScript packages.</summary>
    public WorkspacePackages Workspaces { get; }

    public TurboJson? FindTurbo(PackageJson root) => turbos.GetValueOrDefault(root.File.Directory);

    public IEnumerable<PackageJson> PackagesNamed(string name) => packages.Values.Where(package => package.Name?.Value == name);

    /// <summary>The name of what a project builds, without its suffix.</summary>
    public static string AssemblyOf(DotNetProject project) =>
        project.AssemblyName?.Value ?? project.Name?.Value ?? System.IO.Path.GetFileNameWithoutExtension(project.File.Name);

    /// <summary>Source: The Cargo Book, "Cargo Targets", "Target auto-discovery".</summary>
    private static IEnumerable<string> Binaries(CargoManifest cargo, RepositoryTree tree)
    {
        foreach (var name in cargo.Binaries.Select(binary => binary.Name?.Value).OfType<string>())
        {
            yield return name;
        }

        if (cargo.Name is { } package)
        {
            yield return package.Value;
        }

        var directory = RepositoryPath.Join(cargo.File.Directory, "src/bin") ?? "";
        foreach (var file in tree.FilesUnder(directory))
        {
            var name = RepositoryPath.Below(directory, file.Path).Split('/')[0];
            yield return name.EndsWith(".rs", StringComparison.Ordinal) ? name[..^".rs".Length] : name;
        }
    }

    private static bool IsProfile(string directory) =>
        ImagePath.NameOf(directory) is "release" or "debug" && directory.Split('/') is [.., "target", _] or [.., "target", _, _];
}
