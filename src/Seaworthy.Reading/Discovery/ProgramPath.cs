using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>
/// Where a program of the machine lies. Systems and frameworks look into the current directory too, which is the audited tree as a rule: a file named <c>git</c> there would be run.
/// Only whole paths of PATH are looked into, and nothing that lies in a place of others.
/// </summary>
public static class ProgramPath
{
    /// <summary>The whole path of a program; null when PATH has none that may be run.</summary>
    /// <param name="name">Without an extension.</param>
    /// <param name="path">The value of PATH.</param>
    /// <param name="untrusted">Directories in which nothing is run.</param>
    public static string? Find(string name, string? path, IReadOnlyList<string> untrusted)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (path ?? "")
            .Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Where(directory => !IsWithin(directory, untrusted))
            .Select(directory => Path.Combine(directory, file))
            // Run by the name that PATH gives it: some programs look at the name they are called by.
            .FirstOrDefault(found => IsProgram(found) && !IsWithin(found, untrusted));
    }

    /// <summary>The entries of PATH in which programs are looked for, for a program that starts others.</summary>
    public static string Trusted(string? path, IReadOnlyList<string> untrusted) =>
        string.Join(
            Path.PathSeparator,
            (path ?? "")
                .Split(Path.PathSeparator)
                .Where(directory => Path.IsPathFullyQualified(directory) && !IsWithin(directory, untrusted))
        );

    /// <summary>Whether a path is one of some directories or lies below one, links followed on both sides. The root of a file system counts for none: all there is lies below it.</summary>
    public static bool IsWithin(string path, IReadOnlyList<string> directories)
    {
        if (RealPath.Of(path) is not { } real)
        {
            return true;
        }

        var below = real + Path.DirectorySeparatorChar;
        return directories.Any(directory =>
            RealPath.Of(directory) is { } place
            && Path.GetDirectoryName(place) is not null
            && below.StartsWith(place + Path.DirectorySeparatorChar, Names)
        );
    }

    private static bool IsProgram(string file) =>
        RealPath.Of(file) is { } real
        && File.Exists(real)
        && (
            OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(real) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0
        );

    private static StringComparison Names =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
