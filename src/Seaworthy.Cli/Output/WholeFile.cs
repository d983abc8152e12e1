using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Cli.Output;

/// <summary>
/// Writes a file whole or not at all: beside it first, so that what was there stays when the disk is full. The place may lie in a tree that somebody else wrote: nothing is written through a link, into a pipe or
/// onto a device, but for those of the system (<c>/dev/stdout</c>).
/// </summary>
internal static class WholeFile
{
    private static readonly string[] OfSystem = ["/dev/", "/proc/"];

    /// <exception cref="IOException">The place cannot be written, or a link or a pipe stands there.</exception>
    public static void Write(string file, Action<Stream> write)
    {
        if (Array.Exists(OfSystem, place => file.StartsWith(place, StringComparison.Ordinal)))
        {
            Directly(file, write);
            return;
        }

        if (LinkOnTheWay(file) is { } link)
        {
            throw new IOException($"'{link}' is a symbolic link, which could lead anywhere: name the place that it leads to.");
        }

        var isNew = !Path.Exists(file);
        if (!isNew && !RegularFile.Is(file) && !Directory.Exists(file))
        {
            throw new IOException("it is a pipe or a device.");
        }

        // Never a name that lies there already, which may be a link.
        var beside = $"{file}.{Path.GetRandomFileName()}";
        FileStream stream;
        try
        {
            stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write);
        }
        catch (UnauthorizedAccessException) when (!isNew)
        {
            // The file may be ours to write while its directory is not.
            Directly(file, write);
            return;
        }

        try
        {
            using (stream)
            {
                write(stream);
            }

            Replace(file, beside, isNew);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>The first link of a path: of all of it as far as it was written from the current directory, or lies in a repository; of another path its last name alone.</summary>
    private static string? LinkOnTheWay(string file)
    {
        var whole = Path.GetFullPath(file);
        var directory = Path.GetDirectoryName(whole) ?? whole;
        var here = Environment.CurrentDirectory;
        var top =
            !Path.IsPathFullyQualified(file) && whole.StartsWith(here + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? here
                : RepositoryTop.Of(directory) ?? directory;
        string? found = null;
        for (var at = whole; at is not null && at != top; at = Path.GetDirectoryName(at))
        {
            found = new FileInfo(at).LinkTarget is null ? found : at;
        }

        return found;
    }

    private static void Directly(string file, Action<Stream> write)
    {
        using var stream = File.Create(file);
        write(stream);
    }

    private static void Replace(string file, string beside, bool isNew)
    {
        if (!isNew && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(beside, File.GetUnixFileMode(file));
        }

        try
        {
            File.Move(beside, file, overwrite: true);
        }
        catch (IOException) when (!isNew)
        {
            // A file that is mounted by itself cannot be replaced, only filled.
            File.Copy(beside, file, overwrite: true);
        }
    }
}
