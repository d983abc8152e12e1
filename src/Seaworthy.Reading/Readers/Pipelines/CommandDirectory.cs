using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Puts commands into the directory in which their step is started.</summary>
internal static class CommandDirectory
{
    public static IEnumerable<ShellCommand> Below(string? directory, IReadOnlyList<ShellCommand> commands)
    {
        if (string.IsNullOrEmpty(directory))
        {
            return commands;
        }

        return directory.Contains('$', StringComparison.Ordinal) || directory.Contains("<<", StringComparison.Ordinal)
            ? Unknown(commands)
            : commands.Select(command => Moved(command, directory));
    }

    /// <summary>The directory from which they start is not known.</summary>
    public static IEnumerable<ShellCommand> Unknown(IReadOnlyList<ShellCommand> commands) =>
        commands.Select(command =>
            command.Place is { Base: ShellDirectoryBase.Start } ? command with { Place = null, Directory = null } : command
        );

    private static ShellCommand Moved(ShellCommand command, string directory)
    {
        if (command.Place is not { Base: ShellDirectoryBase.Start } place)
        {
            return command;
        }

        var moved = ShellPaths.Combine(new ShellDirectory(ShellDirectoryBase.Start, directory.TrimEnd('/')), place.Path);
        return command with { Place = moved, Directory = moved?.Path };
    }
}
