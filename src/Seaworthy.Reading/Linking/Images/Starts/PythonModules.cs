using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
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

    public static bool IsHosted(ProgramCommand program) =>
        program
            is { Runtime: "python", Module: not null }
                or { Runtime: "uvicorn" or "gunicorn" or "hypercorn" or "daphne" or "granian" or "waitress-serve" or "celery" or "uwsgi" };

    /// <summary>Null when the module is none of the repository's as far as can be told.</summary>
    public PathAnswer? Find(ContainerFiles files, ProgramCommand program, string application, string here)
    {
        var module = application.Split(':')[0];
        if (module.Length == 0 || !module.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.'))
        {
            return null;
        }

        var candidates = Candidates(module, program).ToList();
        if (Directories(files, program, here) is not { } directories)
        {
            return new PathAnswer(Presence.Unknown, module, Why: "where modules are looked for is computed");
        }

        PathAnswer? first = null;
        foreach (
            var answer in directories.SelectMany(directory =>
                candidates.Select(candidate => files.Find(ImagePath.Under(directory, candidate)))
            )
        )
        {
            if (answer.Presence is Presence.Present or Presence.Unknown)
            {
                return answer;
            }

            first ??= answer;
        }

        return first is null ? null : Absent(files, first, module, candidates, directories);
    }

    /// <summary>Certain only for what can come from nowhere else: a module of the repository that the image has elsewhere, or not at all.</summary>
    private PathAnswer? Absent(
        ContainerFiles files,
        PathAnswer answer,
        string module,
        IReadOnlyList<string> candidates,
        IReadOnlyList<string> directories
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
            return null;
        }

        if (!hasTop && InstallsProject(files.Image))
        {
            return new PathAnswer(Presence.Unknown, answer.Looked, Why: $"{top} may be among the installed packages");
        }

        return own is not null ? answer with { Presence = Presence.Elsewhere, Actual = own } : answer;
    }

    /// <summary>The repository's own modules may be among the installed packages.</summary>
    public static bool InstallsProject(Image? image) =>
        image is null
        || image
            .Stages.SelectMany(stage => stage.Commands)
            .Any(at =>
                Model.Declared.Scripts.Commands.CommandLine.Of(at.Command).Program is "poetry" or "pdm" or "hatch" or "rye" or "uv"
                || KnownCommand
                    .Of(at.Command)
                    .OfType<PackageInstallCommand>()
                    .Any(install => install.Manager == "pip" && install.Directories.Count > 0)
                || at.Command.Words.Any(word => word.Literal is "setup.py")
            );

    private static IEnumerable<string> Candidates(string module, ProgramCommand program)
    {
        var path = module.Replace('.', '/');
        yield return path + ".py";
        if (program.Module is not null)
        {
            yield return path + "/__main__.py";
            yield break;
        }

        yield return path + "/__init__.py";
        // Celery takes the last part for an attribute, too, and looks for a module called celery.
        if (program.Runtime == "celery")
        {
            yield return path + "/celery.py";
            if (path.LastIndexOf('/') is > 0 and var slash)
            {
                yield return path[..slash] + ".py";
                yield return path[..slash] + "/__init__.py";
            }
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
