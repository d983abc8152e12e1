namespace Seaworthy.Reading.Discovery.Files;

/// <summary>What the system says of a path, links not followed. None of the first three: a pipe, a socket or a device.</summary>
/// <param name="Size">In bytes.</param>
internal readonly record struct FileState(bool IsRegular, bool IsDirectory, bool IsLink, bool IsExecutable, long Size);
