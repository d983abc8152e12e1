using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Seaworthy.Reading.Discovery.Files;

/// <summary>Opening without following links or waiting for pipes, for which the framework has no words: <c>openat</c> and <c>statx</c>.</summary>
/// <remarks>Source: POSIX.1-2024, "open"; Linux man-pages, "statx(2)"; fcntl.h and sys/stat.h of Linux and of macOS.</remarks>
internal static partial class Posix
{
    // What stat structures hold differs by system and processor; none of those read here is larger.
    private const int LargestStatus = 512;

    private const int TypeMask = 0xF000;
    private const int Directory = 0x4000;
    private const int Regular = 0x8000;
    private const int Link = 0xA000;

    /// <summary>The current directory, in the place of an open one.</summary>
    public const int Here = -100;

    private const int HereOnMac = -2;

    // statx: look at the handle itself; look at the link, not at its target; what to fill in: type, mode, size.
    private const int EmptyPath = 0x1000;
    private const int NoFollow = 0x100;
    private const uint TypeModeSize = 0x1 | 0x2 | 0x200;

    // RLIMIT_DATA.
    private const int MemoryOfData = 2;

    /// <summary>Whether this system is known; elsewhere (Windows, the BSDs) the framework opens files.</summary>
    public static bool IsKnown { get; } = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Opens for reading: never a link, never waiting. An invalid handle when the system refuses.</summary>
    /// <param name="directory">An open directory, or <see cref="Here"/>.</param>
    /// <param name="path">From there, ended by a NUL.</param>
    /// <param name="isDirectory">Nothing but a directory is wanted.</param>
    public static int Open(int directory, ReadOnlySpan<byte> path, bool isDirectory) =>
        OpenAt(
            directory == Here && OperatingSystem.IsMacOS() ? HereOnMac : directory,
            path,
            isDirectory ? Flags.Common | Flags.Directory : Flags.Common
        );

    /// <summary>Bounds the memory of another process: what it takes for itself, files that it maps not counted. Without effect where the system is not Linux.</summary>
    /// <remarks>Source: Linux man-pages, "prlimit(2)", RLIMIT_DATA.</remarks>
    public static void LimitMemory(int process, ulong bytes)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = LimitResource(process, MemoryOfData, [bytes, bytes], 0);
        }
    }

    public static void Close(int handle) => _ = CloseHandle(handle);

    /// <summary>Whether a handle is of a regular file; true too where an old sandbox forbids the question.</summary>
    public static bool IsRegular(SafeFileHandle handle)
    {
        Span<byte> status = stackalloc byte[LargestStatus];
        var number = (int)handle.DangerousGetHandle();
        var failed = OperatingSystem.IsMacOS() ? StatusOfHandle(number, status) : StatusAt(number, "\0"u8, EmptyPath, TypeModeSize, status);
        return failed != 0 || Read(status).IsRegular;
    }

    /// <summary>What a path is, links not followed; null when the system does not say.</summary>
    /// <param name="path">Ended by a NUL.</param>
    public static FileState? StateOf(ReadOnlySpan<byte> path)
    {
        Span<byte> status = stackalloc byte[LargestStatus];
        var failed = OperatingSystem.IsMacOS() ? StatusOfPath(path, status) : StatusAt(Here, path, NoFollow, TypeModeSize, status);
        return failed == 0 ? Read(status) : null;
    }

    private static FileState Read(ReadOnlySpan<byte> status)
    {
        // struct statx: stx_mode at 28, stx_size at 40. struct stat of macOS: st_mode at 4, st_size at 96.
        var mode = MemoryMarshal.Read<ushort>(status[(OperatingSystem.IsMacOS() ? 4 : 28)..]);
        var size = MemoryMarshal.Read<long>(status[(OperatingSystem.IsMacOS() ? 96 : 40)..]);
        return new FileState(
            IsRegular: (mode & TypeMask) == Regular,
            IsDirectory: (mode & TypeMask) == Directory,
            IsLink: (mode & TypeMask) == Link,
            IsExecutable: (mode & (int)UnixFileMode.UserExecute) != 0,
            size
        );
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "openat")]
    private static partial int OpenAt(int directory, ReadOnlySpan<byte> path, int flags);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseHandle(int handle);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "statx")]
    private static partial int StatusAt(int directory, ReadOnlySpan<byte> path, int flags, uint mask, Span<byte> status);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "fstat")]
    private static partial int StatusOfHandle(int handle, Span<byte> status);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "lstat")]
    private static partial int StatusOfPath(ReadOnlySpan<byte> path, Span<byte> status);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "prlimit")]
    private static partial int LimitResource(int process, int resource, ReadOnlySpan<ulong> limits, nint before);

    /// <summary>The numbers behind the names of fcntl.h. O_DIRECTORY and O_NOFOLLOW of Linux differ by processor.</summary>
    private static class Flags
    {
        private static readonly bool SwapsPlaces =
            RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 or Architecture.Ppc64le;

        public static int Directory { get; } =
            OperatingSystem.IsMacOS() ? 0x100000
            : SwapsPlaces ? 0x4000
            : 0x10000;

        private static int NoFollow =>
            OperatingSystem.IsMacOS() ? 0x100
            : SwapsPlaces ? 0x8000
            : 0x20000;

        // O_NONBLOCK, O_NOCTTY, O_CLOEXEC; O_RDONLY is 0.
        public static int Common { get; } = NoFollow | (OperatingSystem.IsMacOS() ? 0x4 | 0x20000 | 0x1000000 : 0x800 | 0x100 | 0x80000);
    }
}
