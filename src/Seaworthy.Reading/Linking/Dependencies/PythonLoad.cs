using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>
/// The source that a Python program loads as it starts, followed through the container's own files. Only imports at the beginning of a line are followed: all others may never run.
/// </summary>
/// <remarks>Source: Python documentation, "The import system", "The initialization of the sys.path module search path".</remarks>
internal sealed class PythonLoad
{
    private const int FileLimit = 1000;

    // A directory, a package, a module.
    private static readonly string[] Endings = ["", "/__init__.py", ".py"];

    private static readonly string[] Moving = ["sys.path", "sys.modules[", "meta_path", "import site", "extend_path"];

    private readonly Deployment deployment;
    private readonly ContainerFiles files;
    private readonly IReadOnlyList<string> search;

    // Flask looks for the package that a file belongs to by itself.
    private readonly bool loadsPackages;
    private readonly Dictionary<string, PythonSource> loaded = new(StringComparer.Ordinal);
    private readonly Queue<PythonSource> waiting = new();
    private readonly List<ForeignImport> foreign = [];
    private readonly List<LeftOutFile> leftOut = [];
    private readonly List<RelativeImport> outside = [];

    private PythonLoad(Deployment deployment, ContainerFiles files, IReadOnlyList<string> search, bool loadsPackages)
    {
        this.loadsPackages = loadsPackages;
        this.deployment = deployment;
        this.files = files;
        this.search = search;
    }

    public IReadOnlyList<ForeignImport> Foreign => foreign;

    public IReadOnlyList<LeftOutFile> LeftOut => leftOut;

    public IReadOnlyList<RelativeImport> Outside => outside;

    public IReadOnlyList<LeftOutFile> Opened { get; private set; } = [];

    /// <summary>Source that changes where modules are looked for.</summary>
    public PythonSource? Moves =>
        loaded.Values.FirstOrDefault(source =>
            Array.Exists(Moving, word => source.File.File.Text.Contains(word, StringComparison.Ordinal))
        );

    /// <summary>Null when the command starts no Python of the repository, or when its search path is unknown.</summary>
    public static PythonLoad? Of(Deployment deployment, ContainerFiles files, ProgramCommand program, string here)
    {
        // Gunicorn takes directories from its settings, and from this option.
        if (
            program.ConfigurationFile is not null
            || program.Command.Words.Any(word => word.Prefix.StartsWith("--pythonpath", StringComparison.Ordinal))
        )
        {
            return null;
        }

        var file = program is { Runtime: "python", File.Literal: { } name } ? ImagePath.Join(here, name) : null;
        var module = program.Runtime == "python" ? program.Module : program.Application;
        var started = PythonModules.IsHosted(program) ? module?.Literal?.Split(':')[0] : null;
        if (
            (file is null && started is null)
            || PythonModules.Directories(files, program, file is null ? here : ImagePath.Parent(file)) is not { } search
        )
        {
            return null;
        }

        PythonLoad load = new(deployment, files, search, loadsPackages: program.Runtime == "flask");
        if (file is not null)
        {
            load.Add(file, search[0], null);
        }
        else
        {
            load.AddModule(search, started?.Split('.') ?? [], null, null);
        }

        load.Follow();
        load.Opened =
        [
            .. load.loaded.Values.SelectMany(source =>
                OpenedFiles.Missing(deployment, files, here, source.Path, source.File, source.Through)
            ),
        ];
        return load.loaded.Count > 0 ? load : null;
    }

    private void Follow()
    {
        while (waiting.TryDequeue(out var source) && loaded.Count < FileLimit)
        {
            foreach (var import in source.File.Imports.Where(RunsAtLoad))
            {
                Import(source, import);
            }
        }
    }

    private static bool RunsAtLoad(CodeImport import) =>
        !import.IsOptional
        && import.Span.File.Lines.TextOf(import.Span.StartLine) is var line
        && (line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("from ", StringComparison.Ordinal));

    private void Import(PythonSource source, CodeImport import)
    {
        var dots = import.Module.TakeWhile(letter => letter == '.').Count();
        var parts = import.Module[dots..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        var package = ImagePath
            .Parent(ImagePath.Inside(source.Search, source.Path) ?? "")
            .Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (dots > package.Length && !loadsPackages)
        {
            outside.Add(
                new RelativeImport(import.Module, source.Path, string.Join('.', package), import.Span) { Through = source.Through }
            );
        }
        else if (dots > 0)
        {
            var above = ImagePath.Ancestors(ImagePath.Parent(source.Path)).ElementAtOrDefault(dots - 1);
            if (above is not null)
            {
                AddModule([above], parts, import.Name, import.Span, source.Search);
                Miss(source, import, [above], RepositoryPath.Ancestors(source.File.File.Directory).ElementAtOrDefault(dots - 1), parts);
            }
        }
        else if (parts.Length > 0 && !PythonStandardLibrary.Has(parts[0]))
        {
            if (!AddModule(search, parts, import.Name, import.Span) && !IsOfRepository(source, parts[0]))
            {
                foreign.Add(new ForeignImport(source, import));
            }
            else if (PythonDistributions.Of(parts[0]).Count == 0)
            {
                Miss(source, import, search, SourceHome.Of(source.Search, source.Path, source.File.File), parts);
            }
        }
    }

    /// <summary>A module that the repository has beside the importing file, of which the container lacks some part for certain.</summary>
    private void Miss(PythonSource source, CodeImport import, IReadOnlyList<string> directories, string? home, string[] parts)
    {
        if (home is null || Own(home, string.Join('/', parts)) is null)
        {
            return;
        }

        for (var count = 1; count <= parts.Length; count++)
        {
            var relative = string.Join('/', parts[..count]);
            var places = directories
                .SelectMany(directory => Endings.Select(ending => Find(ImagePath.Under(directory, relative) + ending)))
                .ToList();
            if (places.Exists(answer => answer.Presence == Presence.Present))
            {
                continue;
            }

            if (places.TrueForAll(answer => answer.IsMissing) && Own(home, relative) is { } own)
            {
                leftOut.Add(
                    new LeftOutFile(import.Module, own, import.Span, places.Find(answer => answer.Because is not null) ?? places[0])
                    {
                        Through = source.Through,
                    }
                );
            }

            return;
        }
    }

    /// <summary>A module of the repository: a file, a package, or a directory with modules in it.</summary>
    private string? Own(string home, string relative)
    {
        var path = RepositoryPath.Join(home, relative) ?? "";
        return deployment.Tree.HasFile(path + ".py") ? path + ".py"
            : deployment.Tree.FilesIn(path).Any(file => file.Path.EndsWith(".py", StringComparison.Ordinal)) ? path
            : null;
    }

    /// <summary>Loads what is found of a module, packages above it first; false when none of the directories has even its first part.</summary>
    private bool AddModule(IEnumerable<string> directories, string[] parts, string? name, SourceSpan? through, string? searchedFrom = null)
    {
        foreach (var directory in directories)
        {
            var at = directory;
            var found = parts.Length == 0;
            foreach (var part in parts)
            {
                at = ImagePath.Under(at, part);
                var isHere = AddPackage(at, searchedFrom ?? directory, through);
                found |= isHere;
                if (!isHere)
                {
                    break;
                }
            }

            if (found)
            {
                // "from package import name" may name a module of the package.
                if (name is not (null or "*"))
                {
                    AddPackage(ImagePath.Under(at, name), searchedFrom ?? directory, through);
                }

                return true;
            }
        }

        return false;
    }

    private bool AddPackage(string path, string directory, SourceSpan? through) =>
        Add(path + "/__init__.py", directory, through) || Add(path + ".py", directory, through) || Find(path).Presence == Presence.Present;

    private PathAnswer Find(string path) => files.Find(path);

    private bool Add(string path, string directory, SourceSpan? through)
    {
        if (Find(path) is not { Presence: Presence.Present } answer)
        {
            return false;
        }

        if (answer.Actual is { } source && deployment.At<CodeFile>(source) is { } file)
        {
            PythonSource place = new(path, file, directory, through);
            if (loaded.TryAdd(path, place))
            {
                waiting.Enqueue(place);
            }
        }

        return true;
    }

    /// <summary>The repository has a module of this name on the way up: that the image lacks it is another matter.</summary>
    private bool IsOfRepository(PythonSource source, string root) =>
        RepositoryPath
            .Ancestors(source.File.File.Directory)
            .Any(directory =>
                deployment.Tree.HasFile(RepositoryPath.Join(directory, root + ".py") ?? "")
                || deployment.Tree.HasDirectory(RepositoryPath.Join(directory, root) ?? "")
                || deployment.Tree.HasDirectory(RepositoryPath.Join(directory, "src/" + root) ?? "")
            );
}
