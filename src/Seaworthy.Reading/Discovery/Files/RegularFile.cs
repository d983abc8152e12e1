using Microsoft.Win32.SafeHandles;

namespace Seaworthy.Reading.Discovery.Files;

/// <summary>
/// The one way to read a file that somebody else may have put there: only a regular file, checked on the open handle and not by its name, up to a size.
/// A link is refused; a pipe, a socket or a device is neither waited for nor read.
/// </summary>
public static class RegularFile
{
    /// <param name="path">Of the file; directories on the way may be links.</param>
    /// <param name="most">Bytes that are read at most.</param>
    /// <exception cref="IOException">There is none, it is of another kind, it is larger, or the system refuses it: the message says which, without the path.</exception>
    public static byte[] Read(string path, long most)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Posix.IsKnown)
        {
            return ReadThroughFramework(path, most);
        }

        using var handle = Checked(Posix.Open(Posix.Here, PathText.Terminated(path), isDirectory: false));
        return Content(handle, most);
    }

    /// <summary>Whether a path leads to one that can be read, and neither through a link nor to another kind of file.</summary>
    public static bool Is(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using var handle = Posix.IsKnown
                ? Checked(Posix.Open(Posix.Here, PathText.Terminated(path), isDirectory: false))
                : File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new FileInfo(path).LinkTarget is null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The content, or null where there is none to read.</summary>
    public static byte[]? TryRead(string path, long most)
    {
        try
        {
            return Read(path, most);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The handle, when it is one of a regular file.</summary>
    internal static SafeFileHandle Checked(int opened)
    {
        if (opened < 0)
        {
            throw new IOException("it cannot be opened, or is a symbolic link");
        }

        SafeFileHandle handle = new(opened, ownsHandle: true);
        if (Posix.IsRegular(handle))
        {
            return handle;
        }

        handle.Dispose();
        throw new IOException("it is not a regular file");
    }

    /// <summary>What the file held when it was opened: what is appended meanwhile is left.</summary>
    internal static byte[] Content(SafeFileHandle handle, long most)
    {
        var length = Length(handle);
        if (length > most)
        {
            throw new IOException($"it has {length / 1_000_000.0:0.0} MB; up to {most / 1_000_000} MB are read");
        }

        var content = new byte[length];
        var at = 0;
        while (at < content.Length && RandomAccess.Read(handle, content.AsSpan(at), at) is > 0 and var read)
        {
            at += read;
        }

        return at == content.Length ? content : content[..at];
    }

    private static long Length(SafeFileHandle handle)
    {
        try
        {
            return RandomAccess.GetLength(handle);
        }
        catch (NotSupportedException exception)
        {
            throw new IOException("it is not a regular file", exception);
        }
    }

    private static byte[] ReadThroughFramework(string path, long most)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new IOException("it is a symbolic link");
        }

        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return (File.GetAttributes(handle) & (FileAttributes.ReparsePoint | FileAttributes.Device)) == 0
            ? Content(handle, most)
            : throw new IOException("it is not a regular file");
    }
}
