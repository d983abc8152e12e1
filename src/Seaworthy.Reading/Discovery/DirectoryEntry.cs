using System.IO.Enumeration;

namespace Seaworthy.Reading.Discovery;

/// <summary>What the file system says of one name in a directory.</summary>
internal sealed record DirectoryEntry(string Name, bool IsDirectory, bool IsLink, long Size)
{
    public static DirectoryEntry Of(ref FileSystemEntry entry)
    {
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
        var isFile = !entry.IsDirectory && !isLink;
        return new DirectoryEntry(entry.FileName.ToString(), entry.IsDirectory, isLink, isFile ? entry.Length : 0);
    }
}
