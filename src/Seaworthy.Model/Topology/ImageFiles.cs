namespace Seaworthy.Model.Topology;

/// <summary>
/// What a stage's file system is known to hold: files and directories from COPY, ADD, WORKDIR, mkdir and known build outputs, each with the instruction that put it there;
/// and the directories in which a RUN instruction or the base image may have made more.
/// </summary>
public sealed class ImageFiles(IReadOnlyDictionary<string, ImageFile> entries, IReadOnlyList<OpenDirectory> open)
{
    public IReadOnlyDictionary<string, ImageFile> Entries { get; } = entries;

    public IReadOnlyList<OpenDirectory> Open { get; } = open;

    /// <summary>Whether an absolute path is there when the stage is done.</summary>
    public PathAnswer Find(string path)
    {
        var full = path.Length > 1 ? path.TrimEnd('/') : path;
        if (Entries.TryGetValue(full, out var file))
        {
            return new PathAnswer(Presence.Present, full, file.SourcePath, file.Span);
        }

        var opened = Open.FirstOrDefault(directory => directory.Holds(full));
        return opened is not null
            ? new PathAnswer(Presence.Unknown, full, null, opened.Span, opened.Why)
            : new PathAnswer(Presence.Absent, full);
    }
}
