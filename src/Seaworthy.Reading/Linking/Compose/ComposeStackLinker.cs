using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>
/// Which compose files make a project together: the default file of a directory with its override; any other file alone, or, when its services have neither image nor build,
/// over the default file beside it.
/// </summary>
/// <remarks>Source: Docker documentation, "Merge Compose files".</remarks>
internal static class ComposeStackLinker
{
    private static readonly IReadOnlyList<string> DefaultNames =
    [
        "compose.yaml",
        "compose.yml",
        "docker-compose.yaml",
        "docker-compose.yml",
    ];

    public static IReadOnlyList<ComposeStack> Link(Deployment deployment)
    {
        var files = deployment.Of<ComposeFile>().Where(file => file.Services.Count > 0).ToList();
        Dictionary<string, ComposeFile> byPath = files.ToDictionary(file => file.File.Path, StringComparer.Ordinal);
        HashSet<string> used = [.. files.SelectMany(Used)];
        return
        [
            .. from directory in files.GroupBy(file => file.File.Directory, StringComparer.Ordinal)
            from stack in Of(deployment, directory.Key, [.. directory], byPath, used)
            select stack,
        ];
    }

    private static IEnumerable<ComposeStack> Of(
        Deployment deployment,
        string directory,
        IReadOnlyList<ComposeFile> files,
        Dictionary<string, ComposeFile> byPath,
        HashSet<string> used
    )
    {
        var main = DefaultNames
            .Select(name => files.FirstOrDefault(file => file.File.Name == name))
            .FirstOrDefault(file => file is not null);
        var over = main is null ? null : files.FirstOrDefault(file => IsOverrideOf(main, file));
        if (main is not null)
        {
            yield return Stack(deployment, directory, over is null ? [main] : [main, over], byPath);
        }

        foreach (var file in files.Where(file => file != main && file != over && !used.Contains(file.File.Path)))
        {
            var isPart = file.Services.Any(service => service.HasNoOrigin);
            yield return isPart && main is not null
                ? Stack(deployment, directory, [main, file], byPath)
                : Stack(deployment, directory, [file], byPath) with
                {
                    PartialBecause = isPart ? $"{file.File.Path} overrides a file that is not beside it" : null,
                };
        }
    }

    private static bool IsOverrideOf(ComposeFile main, ComposeFile file) =>
        file.File.Name.StartsWith(Path.GetFileNameWithoutExtension(main.File.Name) + ".override.", StringComparison.Ordinal);

    private static ComposeStack Stack(
        Deployment deployment,
        string directory,
        IReadOnlyList<ComposeFile> files,
        Dictionary<string, ComposeFile> byPath
    )
    {
        var environment = deployment.Of<EnvFile>().Where(file => file.File.Directory == directory).ToList();
        return new ComposeStack(
            files[^1].File.Path,
            ComposeMerger.Merge(files, directory, path => byPath.GetValueOrDefault(path)),
            [.. environment.Where(file => file.File.Name == ".env")],
            [.. environment.Where(file => file.IsTemplate)]
        );
    }

    /// <summary>Files that others extend or include: parts, not projects, unless they are a directory's default.</summary>
    private static IEnumerable<string> Used(ComposeFile file)
    {
        var extended = file.Services.Select(service => service.Extends?.File?.Literal).OfType<string>();
        var included = file.Includes.SelectMany(include => include.Paths).Select(path => path.Literal).OfType<string>();
        return extended
            .Concat(included)
            .Select(path => RepositoryPath.Join(file.File.Directory, path))
            .OfType<string>()
            .Where(path => path != file.File.Path);
    }
}
