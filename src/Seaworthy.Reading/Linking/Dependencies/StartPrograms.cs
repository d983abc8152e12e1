using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>The Python programs with which a container certainly starts.</summary>
internal static class StartPrograms
{
    public static IReadOnlyList<PythonLoad> Of(Deployment deployment, Startup startup)
    {
        if (startup is not { Image: { } image, Start: { WorkingDirectory: { } directory } start })
        {
            return [];
        }

        // An image is judged as the workload runs it that mounts most of what it lacks; one that all start otherwise, not at all.
        var users = startup.Workload is { } own ? [own] : deployment.WorkloadsOf(image).Where(user => user.Start is not null).ToList();
        List<Workload?> same =
            users.Count == 0 ? [null] : [.. users.Where(user => startup.Workload is not null || user.Start?.Span == startup.Span)];
        var programs = Programs(startup, start, directory).ToList();
        return same.Select(user => Loads(deployment, new ContainerFiles(deployment.Tree, image, user), programs))
                .MinBy(loads => loads.Sum(load => load.LeftOut.Count))
            ?? [];
    }

    private static List<PythonLoad> Loads(
        Deployment deployment,
        ContainerFiles files,
        List<(ProgramCommand Program, string Here)> programs
    ) => [.. programs.Select(found => PythonLoad.Of(deployment, files, found.Program, found.Here)).OfType<PythonLoad>()];

    private static IEnumerable<(ProgramCommand Program, string Here)> Programs(Startup startup, ProcessStart start, string directory)
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
                yield return (program, here);
            }
        }
    }

    private static bool Runs(ShellCommand command) =>
        command is { IsConditional: false, IsCondition: false, FailureIsMasked: false, IsInSubstitution: false, Function: null };
}
