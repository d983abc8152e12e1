using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Packages of the repository that another depends on by path or as a member of its workspace: what they depend on is installed with them.</summary>
internal static class LocalPackages
{
    /// <summary>The manifests of all that the given one needs of the repository, however many packages stand between.</summary>
    public static IReadOnlyList<Manifest> Needed(Deployment deployment, Manifest manifest)
    {
        List<Manifest> found = [manifest];
        for (var at = 0; at < found.Count; at++)
        {
            found.AddRange(
                found[at].Dependencies.Where(IsRun).SelectMany(dependency => Of(deployment, found[at], dependency)).Except(found).ToList()
            );
        }

        return [.. found.Skip(1)];
    }

    private static bool IsRun(Dependency dependency) => dependency.Kind is DependencyKind.Runtime or DependencyKind.Optional;

    private static IEnumerable<Manifest> Of(Deployment deployment, Manifest manifest, Dependency dependency) =>
        dependency switch
        {
            { Source: DependencySource.Path, Location: { } location }
                when RepositoryPath.Join(manifest.File.Directory, location) is { } directory => deployment
                .In<Manifest>(directory)
                .Where(other => other.Ecosystem == manifest.Ecosystem),
            { Source: DependencySource.Workspace } => deployment
                .Of<Manifest>()
                .Where(other =>
                    other.Ecosystem == manifest.Ecosystem
                    && other.Name?.Value is { } name
                    && Dependency.PythonName(name) == Dependency.PythonName(dependency.Name)
                ),
            _ => [],
        };
}
