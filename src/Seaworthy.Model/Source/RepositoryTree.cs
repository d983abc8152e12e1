namespace Seaworthy.Model.Source;

/// <summary>
/// Every path of the repository, whether its content was read or not, with what git does with it. Paths are relative to the root, with <c>/</c>, without a leading <c>./</c>.
/// A clone holds what is tracked, and what will be once somebody commits it; it never holds what git ignores.
/// </summary>
public sealed class RepositoryTree
{
    private readonly Dictionary<string, RepositoryFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> directories = new(StringComparer.Ordinal) { "" };
    private readonly Dictionary<string, string> byFoldedCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<RepositoryFile>> children = new(StringComparer.Ordinal);

    public RepositoryTree(IEnumerable<RepositoryFile> files, IEnumerable<IgnoreRule>? ignoreRules = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Add(file);
        }

        IgnoreRules = [.. ignoreRules ?? []];
    }

    public IEnumerable<RepositoryFile> Files => files.Values;

    /// <summary>The lines of every <c>.gitignore</c>, for telling why a path is absent from a clone.</summary>
    public IReadOnlyList<IgnoreRule> IgnoreRules { get; }

    /// <summary>A file of a clone, by its exact path.</summary>
    public bool HasFile(string path) => files.TryGetValue(path, out var file) && file.Status != FileStatus.Ignored;

    /// <summary>A directory of a clone, by its exact path; the root is the empty path.</summary>
    public bool HasDirectory(string path) => directories.Contains(path);

    public bool Has(string path) => HasFile(path) || HasDirectory(path);

    public RepositoryFile? Find(string path) => files.GetValueOrDefault(path);

    /// <summary>The path that differs from this one only in the case of letters, if there is one and the exact one is absent.</summary>
    public string? FindOtherCase(string path) => !Has(path) && byFoldedCase.TryGetValue(path, out var actual) ? actual : null;

    /// <summary>Files directly in a directory.</summary>
    public IReadOnlyList<RepositoryFile> FilesIn(string directory) => children.TryGetValue(directory, out var found) ? found : [];

    /// <summary>Files anywhere under a directory.</summary>
    public IEnumerable<RepositoryFile> FilesUnder(string directory) =>
        directory.Length == 0 ? files.Values : files.Values.Where(file => file.Path.StartsWith(directory + "/", StringComparison.Ordinal));

    private void Add(RepositoryFile file)
    {
        files[file.Path] = file;
        if (file.Status == FileStatus.Ignored)
        {
            return;
        }

        byFoldedCase.TryAdd(file.Path, file.Path);
        var directory = Parent(file.Path);
        (children.TryGetValue(directory, out var list) ? list : children[directory] = []).Add(file);
        while (directories.Add(directory))
        {
            byFoldedCase.TryAdd(directory, directory);
            directory = Parent(directory);
        }
    }

    private static string Parent(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
}
