using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The modules that Python's servers host and <c>python -m</c> runs, looked for from the working directory and <c>PYTHONPATH</c>.</summary>
/// <remarks>Sources: Python documentation, "The import system"; Gunicorn, "Running Gunicorn"; Uvicorn, "Settings"; Celery, "Application".</remarks>
internal sealed class PythonModules(Deployment deployment)
{
    private readonly ILookup<string, string> byTail = deployment
        .Of<CodeFile>()
        .Where(file => file.Language == Language.Python && !file.IsTest)
        .Select(file => file.File.Path)
        .ToLookup(ImagePath.NameOf, StringComparer.Ordinal);

    // What gives a module names that are not in it.
    private static readonly string[] Givers = ["import *", "__getattr__", "globals(", "setattr(", "exec(", "vars(", "sys.modules"];

    public static bool IsHosted(ProgramCommand program) =>
        program is { Runtime: "python", Module: not null } or { Runtime: "celery" or "dramatiq" or "arq" or "flask" }
        || PythonServers.Names.Contains(program.Runtime);

    /// <summary>Null when the module is none of the repository's, as far as known.</summary>
    public PathAnswer? Find(ContainerFiles files, ProgramCommand program, string application, string here)
    {
        var module = application.Split(':')[0];
        // Source: Flask documentation, "Command Line Interface", "Application Discovery": a file may stand for its module.
        if (program.Runtime == "flask" && module.EndsWith(".py", StringComparison.Ordinal))
        {
            module = module[..^3];
        }

        if (module.Length == 0 || !module.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.'))
        {
            return null;
        }

        var candidates = Candidates(module, program).ToList();
        if (Directories(files, program, here) is not { } directories)
        {
            return new PathAnswer(Presence.Unknown, module, Why: "the module search path is computed");
        }

        PathAnswer? first = null;
        foreach (var directory in directories)
        {
            foreach (var answer in candidates.Select(candidate => files.Find(ImagePath.Under(directory, candidate))))
            {
                if (answer.Presence is Presence.Present or Presence.Unknown)
                {
                    return WithoutAttribute(program, application, answer) ?? answer;
                }

                first ??= answer;
            }
        }

        return InParent(files, program, module, directories)
            ?? (first is null ? null : Absent(files, first, module, candidates, directories, program));
    }

    /// <summary>Celery and arq take the last part of a dotted name for an attribute of the module before it.</summary>
    /// <remarks>Sources: Celery documentation, "Next Steps", "About the --app argument"; arq documentation, "Simple Usage".</remarks>
    private PathAnswer? InParent(ContainerFiles files, ProgramCommand program, string module, IReadOnlyList<string> directories)
    {
        if (program is not { Runtime: "celery" or "arq" } || module.LastIndexOf('.') is not (> 0 and var dot))
        {
            return null;
        }

        var path = module[..dot].Replace('.', '/');
        string[] parents = [path + ".py", path + "/__init__.py"];
        return directories
                .SelectMany(directory => parents.Select(parent => files.Find(ImagePath.Under(directory, parent))))
                .FirstOrDefault(answer => answer.Presence is Presence.Present or Presence.Unknown)
                is not { } found
                ? null
            : found is { Presence: Presence.Present, Actual: { } source } && Lacks(source, module[(dot + 1)..])
                ? new PathAnswer(
                    Presence.Absent,
                    ImagePath.Parent(found.Looked) + "/" + module[(dot + 1)..] + ".py",
                    source,
                    Why: $"{source} has no {module[(dot + 1)..]}, and there is no module of that name"
                )
            : found;
    }

    /// <summary>The servers take what stands behind the colon from the module that they have imported: a module below it is none of its attributes.</summary>
    /// <remarks>Sources: Uvicorn, "Settings", "Application"; Gunicorn, "Running Gunicorn"; Hypercorn, "Usage".</remarks>
    private PathAnswer? WithoutAttribute(ProgramCommand program, string application, PathAnswer answer) =>
        program is { Module: null, Runtime: "uvicorn" or "gunicorn" or "hypercorn" or "daphne" or "granian" }
        && answer is { Presence: Presence.Present, Actual: { } source }
        && application.Split(':') is [var module, { Length: > 0 } expression]
        && expression.Split('.', '(')[0] is var name
        && name.All(WholeWords.IsOfIdentifier)
        && Lacks(source, name)
            ? answer with
            {
                Presence = Presence.Absent,
                Because = null,
                Why = $"{source}, the module {module}, has no {name}",
            }
            : null;

    /// <summary>Nothing in the module has the name, and nothing gives it names that it does not write.</summary>
    private bool Lacks(string source, string name) =>
        deployment.At<CodeFile>(source) is { File.Text: var text }
            ? !WholeWords.Find(text, name, WholeWords.IsOfIdentifier).Any()
                && !Givers.Any(giver => text.Contains(giver, StringComparison.Ordinal))
            : deployment.Tree.Resolve(source) is { IsReadable: true, Size: 0 };

    /// <summary>Certain only for what can come from nowhere else: a module of the repository that the image has elsewhere, or not at all.</summary>
    private PathAnswer? Absent(
        ContainerFiles files,
        PathAnswer answer,
        string module,
        IReadOnlyList<string> candidates,
        IReadOnlyList<string> directories,
        ProgramCommand program
    )
    {
        var top = module.Split('.')[0];
        var hasTop = directories.Any(directory => files.Find(ImagePath.Under(directory, top)).Presence == Presence.Present);
        var own = candidates
            .SelectMany(candidate =>
                byTail[ImagePath.NameOf(candidate)]
                    .Where(path => path == candidate || path.EndsWith("/" + candidate, StringComparison.Ordinal))
            )
            .FirstOrDefault();
        if (!hasTop && own is null)
        {
            return WithoutMain(answer, module, program) ?? OfOtherProject(files, answer, module, program);
        }

        if (!hasTop && InstallsProject(files.Image))
        {
            return new PathAnswer(Presence.Unknown, answer.Looked, Why: $"{top} may be among the installed packages");
        }

        return own is not null ? answer with { Presence = Presence.Elsewhere, Actual = own } : answer;
    }

    /// <summary>A package of the repository, wherever it is installed to: without <c>__main__.py</c> nobody can run it.</summary>
    private PathAnswer? WithoutMain(PathAnswer answer, string module, ProgramCommand program)
    {
        var start = module.Replace('.', '/') + "/__init__.py";
        return
            program.Module is not null
            && byTail["__init__.py"].Where(path => path == start || path == "src/" + start).ToList() is [var package]
            && !PythonStandardLibrary.Has(module.Split('.')[0])
            && !deployment.Of<Manifest>().SelectMany(manifest => manifest.Dependencies).Any(dependency => IsNamed(dependency, module))
            ? answer with
            {
                Presence = Presence.Absent,
                Why = $"the package {RepositoryPath.Parent(package)} has no __main__.py, so it cannot be run",
            }
            : null;
    }

    /// <summary>The entry of a Django project, under a name that nothing has: the repository's own project is called otherwise.</summary>
    private PathAnswer? OfOtherProject(ContainerFiles files, PathAnswer answer, string module, ProgramCommand program) =>
        program is { Module: null, Runtime: "gunicorn" or "uvicorn" or "daphne" or "hypercorn" }
        && module.Split('.') is [_, "wsgi" or "asgi"]
        && !InstallsProject(files.Image)
        && byTail["manage.py"].Any()
        && byTail[ImagePath.NameOf(answer.Looked)].ToList() is [var own]
        && !deployment.Of<Manifest>().SelectMany(manifest => manifest.Dependencies).Any(dependency => IsNamed(dependency, module))
            ? answer with
            {
                Presence = Presence.Elsewhere,
                Actual = own,
            }
            : null;

    private static bool IsNamed(Dependency dependency, string module) =>
        dependency.Name.Replace('-', '_').Equals(module.Split('.')[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>The repository's own modules may be among the installed packages.</summary>
    public static bool InstallsProject(Image? image) =>
        image is null
        || image
            .Stages.SelectMany(stage => stage.Commands)
            .Any(at =>
                // By itself, or as a module: python -m uv sync.
                at.Command.Words.Any(word => word.Literal is "poetry" or "pdm" or "hatch" or "rye" or "uv")
                || KnownCommand
                    .Of(at.Command)
                    .OfType<PackageInstallCommand>()
                    .Any(install => install.Manager == "pip" && install.Directories.Count > 0)
                || at.Command.Words.Any(word => word.Literal is "setup.py")
            );

    private static IEnumerable<string> Candidates(string module, ProgramCommand program)
    {
        var path = module.Replace('.', '/');
        if (program.Runtime == "arq" && path.LastIndexOf('/') is > 0 and var last)
        {
            path = path[..last];
        }

        yield return path + ".py";
        if (program.Module is not null)
        {
            yield return path + "/__main__.py";
            yield break;
        }

        yield return path + "/__init__.py";
        // A package is looked through for a module called celery.
        if (program.Runtime == "celery")
        {
            yield return path + "/celery.py";
        }
    }

    /// <summary>Null when an entry of the search path is computed.</summary>
    public static IReadOnlyList<string>? Directories(ContainerFiles files, ProgramCommand program, string here)
    {
        List<string> found = [];
        if (program.SourceDirectory is { } option)
        {
            if (option.Literal is not { } text || ImagePath.Join(here, text) is not { } directory)
            {
                return null;
            }

            found.Add(directory);
        }

        found.Add(here);
        var variable =
            files.Workload?.Supplied.LastOrDefault(variable => variable.Name == "PYTHONPATH")
            ?? files.Image?.Environment.LastOrDefault(variable => variable.Name == "PYTHONPATH");
        if (variable is not null)
        {
            if (variable.Value.Text is not { } paths)
            {
                return null;
            }

            found.AddRange(
                paths.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(path => ImagePath.Join(here, path)).OfType<string>()
            );
        }

        return found;
    }
}
