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
    public static IEnumerable<PythonLoad> Of(Deployment deployment, Startup startup)
    {
        if (startup is not { Image: { } image, Start: { WorkingDirectory: { } directory } start })
        {
            yield break;
        }

        // An image whose every user lays something over it is judged as they run it; one that all start otherwise, not at all.
        var users = startup.Workload is { } own ? [own] : deployment.WorkloadsOf(image).Where(user => user.Start is not null).ToList();
        var same = startup.Workload is null ? [.. users.Where(user => user.Start?.Span == startup.Span)] : users;
        if (users.Count > 0 && same.Count == 0)
        {
            yield break;
        }

        ContainerFiles files = new(deployment.Tree, image, same.Count > 0 ? same[0] : null);
        foreach (var (program, here) in Programs(startup, start, directory))
        {
            if (PythonLoad.Of(deployment, files, program, here) is { } load)
            {
                yield return load;
            }
        }
    }

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
