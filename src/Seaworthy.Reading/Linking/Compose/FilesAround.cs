using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The compose files of a directory and of those above it, found by the directory.</summary>
internal sealed class FilesAround
{
    private readonly ILookup<string, Placed> byDirectory;

    public FilesAround(IReadOnlyList<ComposeFile> files) =>
        byDirectory = files
            .Select((file, place) => new Placed(file, place))
            .ToLookup(placed => placed.File.File.Directory, StringComparer.Ordinal);

    /// <summary>The others around a file, in their order.</summary>
    public IEnumerable<ComposeFile> Of(ComposeFile file) =>
        RepositoryPath
            .Ancestors(file.File.Directory)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(directory => byDirectory[directory])
            .Where(other => other.File != file)
            .OrderBy(other => other.Place)
            .Select(other => other.File);

    private sealed record Placed(ComposeFile File, int Place);
}
