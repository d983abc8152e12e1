using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Verifying;

/// <summary>The directories and files of a repository that a project uses: those that its services are built from, and those that they mount. The rest belongs to something else.</summary>
internal sealed class ProjectPlaces
{
    private readonly string root;
    private readonly IReadOnlyList<string> places;

    private ProjectPlaces(string root, IReadOnlyList<string> places)
    {
        this.root = root;
        this.places = places;
    }

    /// <param name="root">The directory of the repository, absolute.</param>
    /// <param name="project">The project.</param>
    public static ProjectPlaces Of(string root, ProjectDefinition project) =>
        new(
            root,
            [
                .. project
                    .Services.SelectMany(service =>
                        service.Mounts.Where(mount => !mount.IsVolume).Select(mount => mount.Source).Append(service.Build?.Context)
                    )
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal),
            ]
        );

    /// <param name="path">From the root of the repository.</param>
    public bool Hold(string path)
    {
        var whole = Path.GetFullPath(Path.Combine(root, path));
        return places.Any(place => whole == place || whole.StartsWith(place.TrimEnd('/') + "/", StringComparison.Ordinal));
    }
}
