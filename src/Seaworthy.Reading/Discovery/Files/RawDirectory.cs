using System.Runtime.InteropServices;

namespace Seaworthy.Reading.Discovery.Files;

/// <summary>The names in a directory as bytes, for those that are no UTF-8: the framework gives such a name with its letters lost, and cannot open it any more.</summary>
/// <remarks>Source: Linux man-pages, "readdir(3)": on 64 bits the name of an entry begins at its 19th byte.</remarks>
internal static partial class RawDirectory
{
    private const int NameAt = 19;

    /// <summary>Whether this system has such names; macOS and Windows refuse them.</summary>
    public static bool IsKnown { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>What lies in a directory, or null when the system does not list it.</summary>
    /// <param name="directory">Its path, in the bytes of the system.</param>
    public static List<DirectoryEntry>? Entries(byte[] directory)
    {
        var stream = OpenDirectory([.. directory, 0]);
        if (stream == 0)
        {
            return null;
        }

        try
        {
            List<DirectoryEntry> entries = [];
            for (var entry = ReadDirectory(stream); entry != 0; entry = ReadDirectory(stream))
            {
                if (Name(entry + NameAt) is var name && !name.AsSpan().SequenceEqual("."u8) && !name.AsSpan().SequenceEqual(".."u8))
                {
                    entries.Add(Describe(directory, name));
                }
            }

            return entries;
        }
        finally
        {
            _ = CloseDirectory(stream);
        }
    }

    private static DirectoryEntry Describe(byte[] directory, byte[] name)
    {
        var state = Posix.StateOf([.. directory, (byte)'/', .. name, 0]) ?? default;
        return new DirectoryEntry(PathText.Of(name), state.IsDirectory, state.IsLink, state.IsRegular ? state.Size : 0)
        {
            IsSpecial = state is { IsRegular: false, IsDirectory: false, IsLink: false },
            Raw = new RawName(name, state.IsExecutable),
        };
    }

    private static byte[] Name(nint at)
    {
        var length = 0;
        while (Marshal.ReadByte(at, length) != 0)
        {
            length++;
        }

        var name = new byte[length];
        Marshal.Copy(at, name, 0, length);
        return name;
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "opendir")]
    private static partial nint OpenDirectory(ReadOnlySpan<byte> path);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "readdir")]
    private static partial nint ReadDirectory(nint stream);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "closedir")]
    private static partial int CloseDirectory(nint stream);
}
