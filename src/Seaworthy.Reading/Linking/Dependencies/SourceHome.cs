using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Which directory of the repository stands for one of a container.</summary>
internal static class SourceHome
{
    /// <summary>The directory that holds a file as the directory of the container does; null when their paths differ.</summary>
    /// <param name="directory">In the container.</param>
    /// <param name="path">Where the container holds the file.</param>
    public static string? Of(string directory, string path, SourceFile file) =>
        ImagePath.Inside(directory, path) is { Length: > 0 } rest && ("/" + file.Path).EndsWith("/" + rest, StringComparison.Ordinal)
            ? file.Path[..^rest.Length].TrimEnd('/')
            : null;
}
