using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;
using ComposeLine = Seaworthy.Model.Declared.Scripts.Commands.ComposeCommand;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>
/// Why a compose file is no project by itself, although nothing in the repository says with which others it is loaded: it is written from another directory, a script takes it
/// elsewhere, or it uses what only a file above declares.
/// </summary>
/// <remarks>Source: Docker documentation, "docker compose": with several <c>-f</c>, paths are relative to the first file.</remarks>
internal sealed class ComposeParts(Deployment deployment, IReadOnlyList<ComposeFile> files)
{
    private readonly TakenFiles taken = new(deployment);

    private readonly HashSet<ComposeFile> calledAlone =
    [
        .. deployment
            .ComposeCalls.Where(call => call is { NamesFiles: true, Project: not null, UnknownBecause: null, Files.Count: 1 })
            .Select(call => call.Files[0].File)
            .OfType<ComposeFile>(),
    ];

    private readonly HashSet<ComposeFile> started =
    [
        .. deployment.ComposeCalls.Where(call => call.Files.Count > 0).Select(call => call.Files[0].File).OfType<ComposeFile>(),
    ];

    private readonly ILookup<ComposeFile?, ComposeCall> loadedWithOthers = deployment
        .ComposeCalls.Where(call => call is { OnlyEnds: false, Files.Count: > 1 })
        .SelectMany(call => call.Files.Skip(1), (call, loaded) => new { call, loaded.File })
        .ToLookup(pair => pair.File, pair => pair.call);

    private readonly FilesAround around = new(files);

    private readonly FilesAround aroundAll = new(deployment.Of<ComposeFile>());

    private readonly List<Relocation> relocations =
    [
        .. from call in deployment.ComposeCalls
        from line in call.Site.Known.OfType<ComposeLine>()
        where line.ProjectDirectory is not null
        select new Relocation(call.Site.Command.Span, call.NamesFiles && call.Files.Count > 0 ? call.Files : null),
    ];

    private readonly List<SourceSpan> gatherings =
    [
        .. from script in deployment.Of<ShellScript>()
        from command in script.Commands
        from assignment in command.Assignments
        where assignment.Span.Text.Contains("+=", StringComparison.Ordinal)
        select assignment.Span,
    ];

    /// <summary>The command that takes the file to another directory before it is used.</summary>
    public SourceSpan? TakenBy(ComposeFile file) => taken.Find(file.File.Path);

    /// <param name="project">What the files make that are taken to be loaded together.</param>
    /// <param name="file">The one of them that is asked about.</param>
    /// <param name="isIncluded">Another file includes it, and may declare what it uses.</param>
    public string? WhyPart(ComposeProject project, ComposeFile file, bool isIncluded)
    {
        var isDefault = ComposeDefaults.IsDefaultName(file.File.Name);
        return TakenBy(file) is { } taker ? $"{taker} copies {file.File.Name} elsewhere before use"
            : project.Files.Count == 1 && IsCalledAlone(file) ? null
            : project.Files.Count == 1 && LoadedWithOthers(file) is { } call ? $"{call.Site.Command.Span} loads it with other files"
            : Gathered(file) is { } gatherer ? $"{gatherer} adds it to a list of files to load together"
            : SidePlace.IsOfEditor(file.File) ? "an editor loads it, and may load others with it"
            : Relocated(file) is { } place ? $"{place} starts compose files with its own project directory"
            : WrittenFrom(file, isDefault) is { } directory
                ? $"its paths are relative to {(directory.Length == 0 ? "the repository root" : directory)}, where it may be loaded with other files"
            : LaidOver(project, file) is { } below ? $"it overrides services of {below.File.Path}"
            : Companion(project, file) is { } companion ? $"{companion.File.Path}, which has no services, may be loaded with it"
            : (isDefault && !isIncluded) || project.Files.Count > 1 || IsWholeStack(file) ? null
            : DeclaredIn(project, file) is { } above ? $"it is loaded with {above.File.Path}"
            : null;
    }

    /// <summary>What its name gives to <c>docker stack deploy</c>, with an image for each service: nothing is loaded with it.</summary>
    public static bool IsWholeStack(ComposeFile file) =>
        file.File.Name.Split('.', '-', '_').Any(word => word is "stack" or "swarm")
        && file.Services.Count > 0
        && !file.Services.Any(service => service.HasNoOrigin);

    /// <summary>A command loads it and nothing with it.</summary>
    public bool IsCalledAlone(ComposeFile file) => calledAlone.Contains(file);

    /// <summary>A command makes it a project, by its name or by the directory it runs in, alone or with overrides.</summary>
    public bool IsStarted(ComposeFile file) => started.Contains(file);

    private ComposeCall? LoadedWithOthers(ComposeFile file) => loadedWithOthers[file].FirstOrDefault();

    /// <summary>A script that gathers files in a list: <c>FILES+=(-f "compose.prod.yml")</c>.</summary>
    private string? Gathered(ComposeFile file) =>
        ComposeDefaults.IsDefaultName(file.File.Name)
            ? null
            : gatherings
                .Where(gathering => gathering.Text.Contains(file.File.Name, StringComparison.Ordinal))
                .Select(gathering => gathering.File.Path)
                .FirstOrDefault();

    /// <summary>A command that gives a project directory to the file, or to files it computes, where nothing that this file names is beside it and something is above.</summary>
    private SourceSpan? Relocated(ComposeFile file)
    {
        if (relocations.Find(call => call.Files is null || call.Files.Any(loaded => loaded.File == file)) is not { } relocation)
        {
            return null;
        }

        var paths = file
            .Services.SelectMany(Paths)
            .Select(path => path.Literal)
            .Concat(file.Services.Select(service => Built(service.Build)))
            .OfType<string>()
            .Where(IsTelling)
            .Distinct()
            .ToList();
        return
            paths.Exists(path => IsThere(file.File.Directory, path))
            || !RepositoryPath.Ancestors(file.File.Directory).Skip(1).Any(above => paths.Exists(path => IsThere(above, path)))
            ? null
            : relocation.Place;
    }

    private static string? Built(ComposeBuild? build) =>
        build is null ? null
        : build.Dockerfile?.Literal is { } dockerfile && (build.Context is null || build.Context.Literal is not null)
            ? RepositoryPath.Join(build.Context?.Literal ?? "", dockerfile)
        : build.Context?.Literal;

    /// <summary>
    /// The directory above in which its paths exist, while none exists beside it, or hardly one where all exist above. One such path may be a slip in a file that Compose finds by
    /// its name.
    /// </summary>
    private string? WrittenFrom(ComposeFile file, bool isDefault)
    {
        var own = file.File.Directory;
        var paths = file.Services.SelectMany(Paths).Select(path => path.Literal).OfType<string>().Where(IsTelling).Distinct().ToList();
        var beside = paths.Count(path => IsThere(own, path));
        return paths.Count < (isDefault ? 2 : 1) || beside * 3 > paths.Count
            ? null
            : RepositoryPath
                .Ancestors(own)
                .Skip(1)
                .FirstOrDefault(above =>
                    beside == 0 ? paths.Exists(path => IsThere(above, path)) : paths.TrueForAll(path => IsThere(above, path))
                );
    }

    private bool IsThere(string directory, string path) => RepositoryPath.Join(directory, path) is { } full && deployment.Tree.Has(full);

    // "." and ".." are everywhere.
    private static bool IsTelling(string path) => path.Any(char.IsAsciiLetterOrDigit) && RepositoryPath.IsRelative(path);

    private static IEnumerable<Template> Paths(ComposeService service) =>
        new[] { service.Build?.Context }
            .Concat(service.EnvFiles.Select(env => env.Path))
            .Concat(service.Volumes.Where(mount => mount.Type == ComposeMountType.Bind).Select(mount => mount.Source))
            .OfType<Template>();

    /// <summary>The file of a directory above that has an image for services that have none here.</summary>
    private ComposeFile? LaidOver(ComposeProject project, ComposeFile file)
    {
        var bare = project.Services.Where(service => service.HasNoOrigin).Select(service => service.Name.Value).ToList();
        return bare.Count == 0
            ? null
            : around
                .Of(file)
                .FirstOrDefault(other =>
                    other.File.Directory != file.File.Directory && bare.Exists(name => other.FindService(name) is { HasNoOrigin: false })
                );
    }

    /// <summary>The file of the same directory or of one above that declares a name which this project uses and does not have.</summary>
    private ComposeFile? DeclaredIn(ComposeProject project, ComposeFile file) => Declaring(project, around.Of(file));

    /// <summary>Such a file that declares only what others use (generated secrets, shared networks): they are loaded together.</summary>
    private ComposeFile? Companion(ComposeProject project, ComposeFile file) =>
        Declaring(project, aroundAll.Of(file).Where(other => other.Services.Count == 0));

    private static ComposeFile? Declaring(ComposeProject project, IEnumerable<ComposeFile> others)
    {
        var declared = Declared(project);
        var missing = project.Services.SelectMany(Named).Where(name => !declared.Contains(name)).ToList();
        return missing.Count == 0
            ? null
            : others.FirstOrDefault(other => !project.Files.Contains(other) && Declared(Alone(other)).Overlaps(missing));
    }

    private static ComposeProject Alone(ComposeFile file) =>
        new("", [file])
        {
            Services = file.Services,
            Networks = file.Networks,
            Volumes = file.Volumes,
            Secrets = file.Secrets,
            Configs = file.Configs,
        };

    private static IEnumerable<Use> Named(ComposeService service) =>
        service
            .DependsOn.Select(dependency => new Use('s', dependency.Service.Value))
            .Concat(service.Networks.Select(network => new Use('n', network.Network.Value)))
            .Concat(
                service
                    .Volumes.Where(mount => mount.Type == ComposeMountType.Volume)
                    .Select(mount => mount.Source?.Literal)
                    .OfType<string>()
                    .Select(name => new Use('v', name))
            )
            .Concat(service.Secrets.Select(secret => new Use('k', secret.Source.Value)))
            .Concat(service.Configs.Select(config => new Use('c', config.Source.Value)))
            .Where(name => name.Name != "default");

    private static HashSet<Use> Declared(ComposeProject project) =>
        [
            .. project.Services.Select(service => new Use('s', service.Name.Value)),
            .. project.Networks.Select(network => new Use('n', network.Name.Value)),
            .. project.Volumes.Select(volume => new Use('v', volume.Name.Value)),
            .. project.Secrets.Select(secret => new Use('k', secret.Name.Value)),
            .. project.Configs.Select(config => new Use('c', config.Name.Value)),
        ];

    /// <summary>What a service refers to by name; the kind is the first letter of the section that declares it, or k for a secret.</summary>
    private sealed record Use(char Kind, string Name);

    /// <summary>A command with <c>--project-directory</c>, and the files it names; null when it computes them.</summary>
    private sealed record Relocation(SourceSpan Place, IReadOnlyList<ComposeCallFile>? Files);
}
