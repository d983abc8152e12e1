namespace Seaworthy.Reading.Discovery;

/// <summary>The top directory of the repository that a directory lies in, for those who write into one.</summary>
public static class RepositoryTop
{
    /// <summary>Null outside every repository.</summary>
    public static string? Of(string directory) => GitDirectory.Find(directory)?.Top;
}
