using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Images.Starts;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>
/// The source that a Python program loads as it starts, followed through the container's own files. Only imports at the beginning of a line are followed: all others may never run.
/// </summary>
/// <remarks>Source: Python documentation, "The import system", "The initialization of the sys.path module search path".</remarks>
internal sealed class PythonLoad
{
    private const int FileLimit = 1000;

    private readonly Deployment deployment;
    private readonly ContainerFiles files;
    private readonly IReadOnlyList<string> search;
    private readonly Dictionary<string, PythonSource> loaded = new(StringComparer.Ordinal);
    private readonly Queue<PythonSource> waiting = new();
    private readonly List<ForeignImport> foreign = [];

    private PythonLoad(Deployment deployment, ContainerFiles files, IReadOnlyList<string> search)
    {
        this.deployment = deployment;
        this.files = files;
        this.search = search;
    }

    public IReadOnlyList<ForeignImport> Foreign => foreign;

    public IEnumerable<PythonSource> Loaded => loaded.Values;

    /// <summary>Null when the command starts no Python of the repository, or where that is looked for cannot be told.</summary>
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

        PythonLoad load = new(deployment, files, search);
        if (file is not null)
        {
            load.Add(file, search[0], null);
        }
        else
        {
            load.AddModule(search, started?.Split('.') ?? [], null, null);
        }

        load.Follow();
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
        if (dots > 0)
        {
            var above = ImagePath.Ancestors(ImagePath.Parent(source.Path)).ElementAtOrDefault(dots - 1);
            if (above is not null)
            {
                AddModule([above], parts, import.Name, import.Span, source.Search);
            }
        }
        else if (
            parts.Length > 0
            && !PythonStandardLibrary.Has(parts[0])
            && !AddModule(search, parts, import.Name, import.Span)
            && !IsOfRepository(source, parts[0])
        )
        {
            foreign.Add(new ForeignImport(source, import));
        }
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
        Add(path + "/__init__.py", directory, through)
        || Add(path + ".py", directory, through)
        || files.Find(path).Presence == Presence.Present;

    private bool Add(string path, string directory, SourceSpan? through)
    {
        if (files.Find(path) is not { Presence: Presence.Present } answer)
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
