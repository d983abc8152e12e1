using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>
/// Why a compose file is no project by itself, although nothing in the repository says with which others it is loaded: it is written from another directory, a script takes it
/// elsewhere, or it uses what only a file above declares.
/// </summary>
/// <remarks>Source: Docker documentation, "docker compose": with several <c>-f</c>, paths are relative to the first file.</remarks>
internal sealed class ComposeParts(Deployment deployment, IReadOnlyList<ComposeFile> files)
{
    private readonly TakenFiles taken = new(deployment);

    public string? WhyPart(ComposeFile file, bool isDefault) =>
        taken.Find(file.File.Path) is { } place ? $"{place} takes {file.File.Name} elsewhere before it is used"
        : IsCalledAlone(file) ? null
        : WrittenFrom(file, isDefault) is { } directory
            ? $"its paths are written from {(directory.Length == 0 ? "the repository root" : directory)}, where it is loaded with others or by --project-directory"
        : isDefault ? null
        : DeclaredIn(file) is { } above ? $"it uses what {above.File.Path} declares, and is loaded with it"
        : null;

    private bool IsCalledAlone(ComposeFile file) =>
        deployment.ComposeCalls.Any(call => call is { NamesFiles: true, Project: not null, Files: [var only] } && only.File == file);

    /// <summary>The directory above in which its paths exist, while none exists beside it. One such path may be a slip in a file that Compose finds by its name.</summary>
    private string? WrittenFrom(ComposeFile file, bool isDefault)
    {
        var own = file.File.Directory;
        var paths = file.Services.SelectMany(Paths).Select(path => path.Literal).OfType<string>().Where(IsTelling).Distinct().ToList();
        return paths.Count < (isDefault ? 2 : 1) || paths.Exists(path => IsThere(own, path))
            ? null
            : RepositoryPath.Ancestors(own).Skip(1).FirstOrDefault(above => paths.Exists(path => IsThere(above, path)));
    }

    private bool IsThere(string directory, string path) => RepositoryPath.Join(directory, path) is { } full && deployment.Tree.Has(full);

    // "." and ".." are everywhere.
    private static bool IsTelling(string path) => path.Any(char.IsAsciiLetterOrDigit) && RepositoryPath.IsRelative(path);

    private static IEnumerable<Template> Paths(ComposeService service) =>
        new[] { service.Build?.Context }
            .Concat(service.EnvFiles.Select(env => env.Path))
            .Concat(service.Volumes.Where(mount => mount.Type == ComposeMountType.Bind).Select(mount => mount.Source))
            .OfType<Template>();

    /// <summary>The file of the same directory or of one above that declares a name which this file uses and does not have.</summary>
    private ComposeFile? DeclaredIn(ComposeFile file)
    {
        if (file.Includes.Count > 0)
        {
            return null;
        }

        var directories = RepositoryPath.Ancestors(file.File.Directory).ToHashSet(StringComparer.Ordinal);
        var missing = file.Services.SelectMany(service => Missing(file, service)).ToList();
        return files.FirstOrDefault(other =>
            other != file && directories.Contains(other.File.Directory) && missing.Exists(name => Declares(other, name))
        );
    }

    private static IEnumerable<(char Kind, string Name)> Missing(ComposeFile file, ComposeService service) =>
        service
            .DependsOn.Select(dependency => ('s', dependency.Service.Value))
            .Concat(service.Networks.Select(network => ('n', network.Network.Value)))
            .Concat(
                service
                    .Volumes.Where(mount => mount.Type == ComposeMountType.Volume)
                    .Select(mount => mount.Source?.Literal)
                    .OfType<string>()
                    .Select(name => ('v', name))
            )
            .Where(name => name.Item2 != "default" && !Declares(file, name));

    private static bool Declares(ComposeFile file, (char Kind, string Name) wanted) =>
        wanted.Kind switch
        {
            's' => file.FindService(wanted.Name) is not null,
            'n' => file.Networks.Any(network => network.Name.Value == wanted.Name),
            _ => file.Volumes.Any(volume => volume.Name.Value == wanted.Name),
        };
}
