using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Holds the servers and workers of Python with which containers start against the packages that their images install.</summary>
/// <remarks>Sources: Gunicorn documentation, "Settings", "worker_class"; Python Packaging User Guide, "Entry points specification".</remarks>
internal static class StartedPackages
{
    // What gunicorn loads by the name of a class.
    private static readonly Dictionary<string, string> WorkerPackages = new(StringComparer.Ordinal)
    {
        ["uvicorn"] = "uvicorn",
        ["uvicorn_worker"] = "uvicorn-worker",
        ["gevent"] = "gevent",
        ["eventlet"] = "eventlet",
    };

    public static IReadOnlyList<StartedPackage> Link(Deployment deployment)
    {
        Dictionary<Image, PythonInstalls> installs = new(ReferenceEqualityComparer.Instance);
        return
        [
            .. deployment
                .Startups.Where(startup => startup is { Image: not null, UnknownBecause: null })
                .SelectMany(startup => Of(deployment, startup, installs))
                .DistinctBy(found => new { found.Span, found.Package }),
        ];
    }

    private static IEnumerable<StartedPackage> Of(Deployment deployment, Startup startup, Dictionary<Image, PythonInstalls> known)
    {
        if (startup.Image is not { } image || StartImportLinker.InstallsItself(startup) || IsBehindProgram(startup))
        {
            yield break;
        }

        foreach (var (word, name, package, loadedBy) in startup.Programs.SelectMany(Named))
        {
            if (!known.TryGetValue(image, out var installs))
            {
                known[image] = installs = PythonInstalls.Of(deployment, image);
            }

            if (installs.Commands.Count > 0)
            {
                yield return new StartedPackage(startup.Subject, word.Span, name, package)
                {
                    LoadedBy = loadedBy,
                    Installs = installs.Commands,
                    Manifests = [.. installs.Manifests.Select(manifest => manifest.File)],
                    UnknownBecause = installs.UnknownBecause,
                    IsInstalled = Bring(installs.Names, package),
                    IsCertain = PythonWithoutServers.BringNone(installs.Distributions),
                };
            }
        }
    }

    /// <summary>A program of the repository stands before it, and may make an environment first.</summary>
    private static bool IsBehindProgram(Startup startup) =>
        startup.Start?.Whole.FirstOrDefault(command => command.Words.Count > 0) is { } first
        && CommandLine.Of(first).Program is "python" or "python3" or "node" or "ruby"
        && !Named(first).Any();

    /// <summary>What a command calls, and what that loads by the name of a class.</summary>
    private static IEnumerable<NamedPackage> Named(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        if (
            command is not { IsConditional: false, FailureIsMasked: false }
            || line.Wrappers.Any(wrapper => wrapper is "uv" or "uvx" or "poetry" or "pipenv" or "pdm" or "hatch" or "conda")
            || line.ProgramWord is not { Literal: { } called } word
        )
        {
            yield break;
        }

        var isModule = line.Arguments is [{ Literal: "-m" }, { Literal: not null }, ..] && line.Program is "python" or "python3";
        var program = isModule ? line.Arguments[1].Literal ?? "" : called;
        if (PythonPrograms.ServerPackage(program) is not { } package)
        {
            yield break;
        }

        yield return new NamedPackage(isModule ? line.Arguments[1] : word, program, package, null);
        if (program == "gunicorn" && WorkerClass(line.Arguments) is { Literal: { } worker } option)
        {
            var name = worker[(worker.IndexOf('=', StringComparison.Ordinal) + 1)..];
            if (WorkerPackages.GetValueOrDefault(name.Split('.')[0]) is { } loaded)
            {
                yield return new NamedPackage(option, name, loaded, program);
            }
        }
    }

    private static ShellWord? WorkerClass(IReadOnlyList<ShellWord> arguments) =>
        arguments.FirstOrDefault(word => word.Literal?.StartsWith("--worker-class=", StringComparison.Ordinal) == true)
        ?? arguments
            .Zip(arguments.Skip(1), (option, value) => new { Option = option, Value = value })
            .FirstOrDefault(pair => pair.Option.Literal is "-k" or "--worker-class")
            ?.Value;

    private static bool Bring(HashSet<string> installed, string package) =>
        installed.Any(name =>
            name.Contains(package, StringComparison.Ordinal)
            || PythonDistributions.Brings(name, package)
            || (package is "uvicorn" && InstalledDistributions.BringsServer(name))
        );

    /// <param name="LoadedBy">The program that loads it; null when it is called itself.</param>
    private sealed record NamedPackage(ShellWord Word, string Name, string Package, string? LoadedBy);
}
