using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Cli.Output;

/// <summary>Writes a file whole or not at all: beside it first, so that what was there stays when the disk is full. A pipe, a device or what a link leads to is written directly.</summary>
internal static class WholeFile
{
    public static void Write(string file, Action<Stream> write)
    {
        var isNew = !Path.Exists(file) && new FileInfo(file).LinkTarget is null;
        if (!isNew && !RegularFile.Is(file))
        {
            Directly(file, write);
            return;
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
