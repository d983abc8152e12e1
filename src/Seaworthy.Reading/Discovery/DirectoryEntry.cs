using System.IO.Enumeration;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>What the file system says of one name in a directory.</summary>
internal sealed record DirectoryEntry(string Name, bool IsDirectory, bool IsLink, long Size)
{
    /// <summary>A pipe, a socket or a device.</summary>
    public bool IsSpecial { get; init; }

    /// <summary>When its content was last changed, in ticks since 1970; of files alone.</summary>
    public long Modified { get; init; }

    /// <summary>The bytes of the name, where it was read by them.</summary>
    public RawName? Raw { get; init; }

    public static DirectoryEntry Of(ref FileSystemEntry entry)
    {
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
        var isFile = !entry.IsDirectory && !isLink;
        var size = isFile ? entry.Length : 0;
        return new DirectoryEntry(entry.FileName.ToString(), entry.IsDirectory, isLink, size)
        {
            Modified = isFile ? entry.LastWriteTimeUtc.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks : 0,
            // Whatever has content is a file: the system need not be asked again.
            IsSpecial = isFile && size == 0 && Posix.IsKnown && IsSpecialAt(entry.ToFullPath()),
        };
    }

    private static bool IsSpecialAt(string path) => Posix.StateOf(PathText.Terminated(path)) is { IsRegular: false };
}
