using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Starts;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Holds the Python programs with which containers start against the virtual environments of their images.</summary>
internal static class EnvironmentStarts
{
    private static readonly string[] Known = ["PATH", "PYTHONPATH", "POETRY_HOME", "HOME"];

    public static IReadOnlyList<EnvironmentStart> Link(Deployment deployment) =>
        [.. deployment.Startups.Select(startup => Of(deployment, startup)).OfType<EnvironmentStart>()];

    private static EnvironmentStart? Of(Deployment deployment, Startup startup)
    {
        if (
            startup is not { Image: { } image, Start: { WorkingDirectory: { } directory } start }
            || !IsUsed(deployment, startup, image)
            || First(start) is not { } command
            || VirtualEnvironment.Of(deployment, image) is not { } environment
            || Path(startup, image) is not { } path
        )
        {
            return null;
        }

        var line = CommandLine.Of(command);
        EnvironmentStart found = new(startup.Subject, startup.Span, line.Program, environment.Manager, environment.Install)
        {
            Directory = environment.Directory,
            Ignored = environment.Ignored,
            IsReached =
                path.Contains("venv", StringComparison.OrdinalIgnoreCase)
                || path.Contains("virtualenvs", StringComparison.Ordinal)
                || line.ProgramWord?.Literal?.Contains('/', StringComparison.Ordinal) != false
                || line.Wrappers.Any(wrapper => wrapper is "uv" or "poetry" or "pipenv"),
        };
        if (found.IsReached || PythonPrograms.Contains(line.Program))
        {
            return found;
        }

        // The interpreter of the image is found, and finds none of the packages.
        var import = Loaded(deployment, image, startup, command, directory)
            ?.Foreign.FirstOrDefault(import => PythonDistributions.Of(import.Import.Module.Split('.')[0]).Count > 0);
        return import is null ? null : found with { Import = import.Import.Span };
    }

    private static PythonLoad? Loaded(Deployment deployment, Image image, Startup startup, ShellCommand command, string directory) =>
        command.Directory is { } inside
        && ImagePath.Join(directory, inside) is { } here
        && KnownCommand.Of(command).OfType<ProgramCommand>().FirstOrDefault() is { } program
            ? PythonLoad.Of(deployment, new ContainerFiles(deployment.Tree, image, startup.Workload), program, here)
            : null;

    /// <summary>The first command of the start, where nothing but such programs stands before it: a script could set the PATH.</summary>
    private static ShellCommand? First(ProcessStart start)
    {
        if (
            start.Whole.FirstOrDefault(command => command.Words.Count > 0) is not { } first
            || first is not { IsConditional: false, FailureIsMasked: false }
        )
        {
            return null;
        }

        var line = CommandLine.Of(first);
        return
            (PythonPrograms.Contains(line.Program) || line.Program is "python" or "python3")
            && !first.Assignments.Concat(line.Environment).Any(assignment => assignment.Name is "PATH" or "PYTHONPATH")
            ? first
            : null;
    }

    /// <summary>What the image and the workload say of the search paths of programs and modules, empty for nothing; null when that is computed.</summary>
    private static string? Path(Startup startup, Image image)
    {
        var path = "";
        foreach (
            var variable in image
                .Environment.Concat(startup.Workload?.Supplied ?? [])
                .Where(variable => variable.Name is "PATH" or "PYTHONPATH")
        )
        {
            // What stood on the path before is that of the base image.
            var text = Known.Aggregate(
                variable.Value.Text ?? variable.Span.Line,
                (line, name) =>
                    line.Replace("${" + name + "}", "", StringComparison.Ordinal).Replace("$" + name, "", StringComparison.Ordinal)
            );
            if (text.AsSpan().ContainsAny("$(`") || text.Contains("site-packages", StringComparison.Ordinal))
            {
                return null;
            }

            path += text + ":";
        }

        return path;
    }

    private static bool IsUsed(Deployment deployment, Startup startup, Image image)
    {
        if (startup.Workload is not null)
        {
            return true;
        }

        var users = deployment.WorkloadsOf(image).Where(user => user.Start is not null).ToList();
        return users.Count == 0 || users.Exists(user => user.Start?.Span == startup.Span && !user.Supplies("PATH"));
    }
}
