namespace Seaworthy.Reading.Discovery;

/// <summary>What the file system said of a file when git last looked at its content.</summary>
internal readonly record struct GitStat(uint Seconds, uint Nanoseconds, uint Size)
{
    private const long NanosecondsPerTick = 100;

    /// <summary>Git looked at nothing: an entry of a tree.</summary>
    public static GitStat None { get; }

    /// <summary>Whether the file is longer or shorter now, and so another one for certain.</summary>
    public bool HasOther(long size) => this != None && Size != unchecked((uint)size);

    /// <summary>Whether it says the same now. What keeps its time and its size is taken for unchanged, as git takes it.</summary>
    /// <param name="modified">Ticks since 1970.</param>
    /// <param name="size">In bytes.</param>
    public bool Is(long modified, long size) =>
        this != None
        && Size == unchecked((uint)size)
        && modified / TimeSpan.TicksPerSecond == Seconds
        // Some programs write whole seconds alone.
        && (Nanoseconds == 0 || modified % TimeSpan.TicksPerSecond == Nanoseconds / NanosecondsPerTick);
}
