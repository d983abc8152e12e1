using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>The programs of Python and Node.js with which a container certainly starts.</summary>
internal static class StartPrograms
{
    public static IReadOnlyList<PythonLoad> OfPython(Deployment deployment, Startup startup) =>
        Of(deployment, startup, PythonLoad.Of, load => load.LeftOut.Count + load.Opened.Count);

    public static IReadOnlyList<ScriptLoad> OfNode(Deployment deployment, Startup startup) =>
        Of(deployment, startup, ScriptLoad.Of, load => load.LeftOut.Count + load.Opened.Count);

    private static IReadOnlyList<T> Of<T>(
        Deployment deployment,
        Startup startup,
        Func<Deployment, ContainerFiles, ProgramCommand, string, T?> load,
        Func<T, int> lacking
    )
        where T : class
    {
        if (startup.Start is not { WorkingDirectory: { } directory } start)
        {
            return [];
        }

        // An image is judged as the workload runs it that mounts most of what it lacks.
        var programs = Programs(startup, start, directory).ToList();
        return ContainerFiles
                .Of(deployment, startup)
                .Select(files => programs.Select(found => load(deployment, files, found.Program, found.Here)).OfType<T>().ToList())
                .MinBy(loads => loads.Sum(lacking))
            ?? [];
    }

    private static IEnumerable<PlacedProgram> Programs(Startup startup, ProcessStart start, string directory)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var command in start.Whole.Concat(startup.Programs).Where(Runs))
        {
            if (
                command.Directory is { } inside
                && ImagePath.Join(directory, inside) is { } here
                && KnownCommand.Of(command).OfType<ProgramCommand>().FirstOrDefault() is { } program
                && seen.Add($"{here} {program.File} {program.Module} {program.Application}")
            )
            {
                yield return new PlacedProgram(program, here);
            }
        }
    }

    private static bool Runs(ShellCommand command) =>
        command is { IsConditional: false, IsCondition: false, FailureIsMasked: false, IsInSubstitution: false, Function: null };

    /// <param name="Here">The directory that it is started in.</param>
    private sealed record PlacedProgram(ProgramCommand Program, string Here);
}
