using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>
/// Which compose files make a project together: the default file of a directory with its override; any other file over those that a script, a pipeline, a document or the comment at its head loads before it, or, when
/// its services have neither image nor build, over the default file beside it, or alone.
/// </summary>
/// <remarks>Source: Docker documentation, "Merge Compose files".</remarks>
internal static class ComposeStackLinker
{
    public static IReadOnlyList<ComposeStack> Link(Deployment deployment)
    {
        var files = deployment.Of<ComposeFile>().Where(file => file.Services.Count + file.Includes.Count > 0).ToList();
        Dictionary<string, ComposeFile> byPath = files.ToDictionary(file => file.File.Path, StringComparer.Ordinal);
        HashSet<string> used = [.. files.SelectMany(Used)];
        HashSet<string> placed = [.. files.SelectMany(file => Included(file, isPlaced: true))];
        HashSet<string> included = [.. files.SelectMany(file => Included(file, isPlaced: false))];
        ComposeParts parts = new(deployment, files);
        placed.UnionWith(Fragments(byPath, included).Where(path => !parts.IsStarted(byPath[path])));
        placed.UnionWith(new ExtendedFragments(deployment, byPath).Find().Where(path => !parts.IsStarted(byPath[path])));
        StackPurpose purpose = new(deployment);
        DocumentedStacks documented = new(deployment, byPath);
        var called = Called(deployment);
        var environments = EnvironmentStacks.Find(deployment, byPath);
        var declared = EnvironmentStacks.Declared(deployment, byPath);
        // What an environment puts over a file leaves that file what it is without it.
        HashSet<ComposeFile> loaded =
        [
            .. environments.SelectMany(named => named.Files),
            .. declared.SelectMany(named => named.Files.Skip(1)),
        ];
        var ways = declared
            .Concat(environments)
            .Select(named => new Way(named.Files[^1].File.Path, named.Files)
            {
                Directory = named.Directory,
                PartialBecause = named.PartialBecause,
                Declared = named.Declared,
            })
            .Concat(
                files
                    .Where(file => !placed.Contains(file.File.Path))
                    .GroupBy(file => file.File.Directory, StringComparer.Ordinal)
                    .SelectMany(directory => Of(called, documented, [.. directory], used, loaded))
            );
        return
        [
            .. ways.DistinctBy(way => string.Join('\n', way.Files.Select(file => file.File.Path)))
                .Select(way =>
                {
                    var stack = Stack(deployment, way, byPath);
                    var stated = way.Declared is { } declared ? Purpose(declared) : EnvironmentName.Of(stack.Name);
                    var because = stated == TargetEnvironment.Unstated ? purpose.WhyDevelopment(stack) : null;
                    return stack with
                    {
                        Environment = because is null ? stated : TargetEnvironment.Development,
                        EnvironmentBecause = way.Declared is { } named ? $"{named.Span} names it {named.Name}" : because,
                        PartialBecause =
                            way.PartialBecause
                            ?? Outside(way.Files)
                            ?? (way.Guessed is { } file ? parts.WhyPart(stack.Project, file, included.Contains(file.File.Path)) : null),
                        TakenBy = way.Guessed is { } guess ? parts.TakenBy(guess) : null,
                        IsAssumed = way.IsAssumed,
                        IsSettled =
                            !way.IsAssumed
                            && (
                                way.Guessed is not { } guessed
                                || ComposeDefaults.IsDefaultName(guessed.File.Name)
                                || parts.IsCalledAlone(guessed)
                                || ComposeParts.IsWholeStack(guessed)
                            ),
                    };
                }),
        ];
    }

    private static IEnumerable<Way> Of(
        ILookup<ComposeFile?, ComposeCall> called,
        DocumentedStacks documented,
        IReadOnlyList<ComposeFile> files,
        HashSet<string> used,
        HashSet<ComposeFile> loaded
    )
    {
        var here = files.ToDictionary(file => file.File.Path, StringComparer.Ordinal);
        var usual = ComposeDefaults.FilesIn(files[0].File.Directory, here.ContainsKey).Select(name => here[name]).ToList();
        if (usual.Count > 0 && !loaded.Contains(usual[0]))
        {
            yield return new Way(usual[^1].File.Path, usual) { Guessed = usual[0] };
        }

        foreach (var file in files.Where(file => !usual.Contains(file) && !used.Contains(file.File.Path) && !loaded.Contains(file)))
        {
            var isPart = file.Services.Any(service => service.HasNoOrigin) || ComposeDefaults.IsOverrideName(file.File.Name);
            var name = file.File.Path;
            yield return (Together(called[file]) ?? HeadCommands.Together(file, files) ?? documented.Over(file)) is { } together
                ? new Way(name, together)
            : isPart && usual.Count > 0 ? new Way(name, [usual[0], file]) { IsAssumed = true, Guessed = file }
            : new Way(name, [file])
            {
                Guessed = file,
                PartialBecause = isPart ? $"{file.File.Path} overrides a file that is not beside it" : null,
            };
        }
    }

    /// <summary>Files that are loaded together.</summary>
    private sealed record Way(string Name, IReadOnlyList<ComposeFile> Files)
    {
        /// <summary>The file that nothing says is a project, or is one with just these; null when something starts them so.</summary>
        public ComposeFile? Guessed { get; init; }

        public bool IsAssumed { get; init; }

        public string? PartialBecause { get; init; }

        /// <summary>Where the command runs whose <c>.env</c> names the files; null where it is that of the first of them.</summary>
        public string? Directory { get; init; }

        /// <summary>The environment of the configuration that is made of them.</summary>
        public DeclaredEnvironment? Declared { get; init; }
    }

    /// <summary>What is deployed under a name that says nothing is used all the same.</summary>
    private static TargetEnvironment Purpose(DeclaredEnvironment environment) =>
        EnvironmentName.Of(environment.Name) is var stated && stated != TargetEnvironment.Unstated ? stated : TargetEnvironment.Production;

    /// <summary>The calls that start several files together, by each of them.</summary>
    private static ILookup<ComposeFile?, ComposeCall> Called(Deployment deployment) =>
        deployment
            .ComposeCalls.Where(call => call is { NamesFiles: true, OnlyEnds: false, Project: not null, Files.Count: > 1 })
            .SelectMany(call => call.Files.Select(loaded => loaded.File).Distinct(), (call, file) => new { call, file })
            .ToLookup(pair => pair.file, pair => pair.call);

    /// <summary>The files that a script or pipeline starts together; where several do, the fewest.</summary>
    private static IReadOnlyList<ComposeFile>? Together(IEnumerable<ComposeCall> calls) =>
        calls
            .OrderBy(call => call.Files.Count)
            .Select(call => call.Files.Select(loaded => loaded.File).OfType<ComposeFile>().ToList())
            .FirstOrDefault();

    private static ComposeStack Stack(Deployment deployment, Way way, Dictionary<string, ComposeFile> byPath)
    {
        var directory = way.Files[0].File.Directory;
        var environment = deployment.In<EnvFile>(way.Directory ?? directory).ToList();
        return new ComposeStack(
            way.Name,
            ComposeMerger.Merge(way.Files, directory, path => byPath.GetValueOrDefault(path)),
            [.. EnvFiles(deployment, way, environment)],
            [.. environment.Where(file => file.IsTemplate)]
        );
    }

    private static IEnumerable<EnvFile> EnvFiles(Deployment deployment, Way way, List<EnvFile> beside) =>
        way.Declared is { EnvFiles: { Count: > 0 } named }
            ? named.SelectMany(path => deployment.Of<EnvFile>().Where(file => file.File.Path == path.Value))
            : beside.Where(file => file.File.Name == ".env");

    /// <summary>Files that this one includes; those with a project directory of its choice lead nowhere by themselves.</summary>
    private static IEnumerable<string> Included(ComposeFile file, bool isPlaced) =>
        from include in file.Includes
        where include.ProjectDirectory is not null || !isPlaced
        from written in include.Paths
        let path = written.Literal is { } text ? RepositoryPath.Join(file.File.Directory, text) : null
        where path is not null && path != file.File.Path
        select path;

    /// <summary>A file that is included from beside the repository: what it defines, nobody here knows.</summary>
    private static string? Outside(IReadOnlyList<ComposeFile> files) =>
        files
            .SelectMany(file =>
                file.Includes.SelectMany(include => include.Paths)
                    .Where(path =>
                        path.Literal is { } text
                        && RepositoryPath.IsRelative(text)
                        && RepositoryPath.Join(file.File.Directory, text) is null
                    )
            )
            .Select(path => $"{path.Span} includes a file outside the repository")
            .FirstOrDefault();

    /// <summary>Files that lead to nothing but the projects that include them. Of files that include each other in a circle none does.</summary>
    /// <remarks>Compose specification, "include": the resources are copied into the including model, and only that is checked as a whole.</remarks>
    private static IEnumerable<string> Fragments(Dictionary<string, ComposeFile> byPath, HashSet<string> included)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        Stack<ComposeFile> waiting = new(byPath.Values.Where(file => !included.Contains(file.File.Path)));
        while (waiting.TryPop(out var file))
        {
            foreach (var path in Included(file, isPlaced: false))
            {
                if (byPath.TryGetValue(path, out var fragment) && reached.Add(path))
                {
                    waiting.Push(fragment);
                }
            }
        }

        return reached;
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
