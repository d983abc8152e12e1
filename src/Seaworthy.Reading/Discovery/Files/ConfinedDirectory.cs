using Microsoft.Win32.SafeHandles;

namespace Seaworthy.Reading.Discovery.Files;

/// <summary>
/// A directory out of which nothing leads. Every part of a path is opened from the part before, and none may be a link: whatever somebody exchanges on disk meanwhile, what is read lies inside.
/// </summary>
internal sealed class ConfinedDirectory : IDisposable
{
    private readonly string root;
    private readonly SafeFileHandle? handle;

    public ConfinedDirectory(string root)
    {
        this.root = root;
        if (Posix.IsKnown)
        {
            // The root itself is what the user named, and may be reached through links.
            var opened = Posix.Open(Posix.Here, PathText.Terminated(root.EndsWith('/') ? root : root + "/"), isDirectory: true);
            handle = opened < 0 ? null : new SafeFileHandle(opened, ownsHandle: true);
        }
    }

    /// <param name="path">From the root, with <c>/</c>, in the bytes of the system.</param>
    /// <param name="most">Bytes that are read at most.</param>
    /// <exception cref="IOException">No regular file is there, or it is larger.</exception>
    public byte[] Read(byte[] path, long most)
    {
        if (handle is null)
        {
            return RegularFile.Read(Path.Combine(root, PathText.Of(path)), most);
        }

        using var file = RegularFile.Checked(Open(path));
        return RegularFile.Content(file, most);
    }

    public void Dispose() => handle?.Dispose();

    // The number of the open file, or of none.
    private int Open(byte[] path)
    {
        var at = (int)(handle?.DangerousGetHandle() ?? 0);
        var above = -1;
        Span<byte> name = stackalloc byte[path.Length < 512 ? path.Length + 1 : 0];
        name = name.Length == 0 ? new byte[path.Length + 1] : name;
        for (var start = 0; ; )
        {
            var length = path.AsSpan(start).IndexOf((byte)'/');
            var isLast = length < 0;
            var part = path.AsSpan(start, isLast ? path.Length - start : length);
            part.CopyTo(name);
            name[part.Length] = 0;
            var next = part.SequenceEqual(".."u8) ? -1 : Posix.Open(at, name[..(part.Length + 1)], isDirectory: !isLast);
            if (above >= 0)
            {
                Posix.Close(above);
            }

            if (isLast || next < 0)
            {
                return next;
            }

            at = above = next;
            start += part.Length + 1;
        }
    }
}
