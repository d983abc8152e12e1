namespace Seaworthy.Model.Source;

/// <summary>
/// Every path of the repository, whether its content was read or not, with what git does with it. Paths are relative to the root, with <c>/</c>, without a leading <c>./</c>.
/// A clone contains tracked files, and new files once they are committed; it never contains ignored ones.
/// </summary>
public sealed class RepositoryTree
{
    private const int MaximumLinks = 40;
    private const string InstalledRecord = ".dist-info";

    private ILookup<string, string>? byName;
    private readonly Dictionary<string, RepositoryFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> directories = new(StringComparer.Ordinal) { "" };
    private readonly Dictionary<string, string> byFoldedCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<RepositoryFile>> children = new(StringComparer.Ordinal);
    private readonly RepositoryFile[] ordered;
    private readonly List<RepositoryFile> submodules = [];
    private readonly IgnoreRuleSet ignoring = new();
    private readonly Dictionary<string, HashSet<string>> installed = new(StringComparer.Ordinal);
    private readonly HashSet<string> installedRecords = new(StringComparer.Ordinal);
    private bool hasLinks;

    public RepositoryTree(IEnumerable<RepositoryFile> files, IEnumerable<IgnoreRule>? ignoreRules = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        ordered = [.. files];
        Array.Sort(ordered, (left, right) => string.CompareOrdinal(left.Path, right.Path));
        foreach (var file in ordered)
        {
            Add(file);
        }

        IgnoreRules = [.. ignoreRules ?? []];
        ignoring.Add(IgnoreRules);
    }

    /// <summary>Every path, in ordinal order.</summary>
    public IReadOnlyList<RepositoryFile> Files => Work.Counted(ordered);

    /// <summary>The lines of every <c>.gitignore</c>, for telling why a path is absent from a clone.</summary>
    public IReadOnlyList<IgnoreRule> IgnoreRules { get; }

    /// <summary>A file of a clone, by its exact path; symbolic links are followed.</summary>
    public bool HasFile(string path) =>
        files.TryGetValue(path, out var file) && !file.IsSymbolicLink
            ? file is { Status: not FileStatus.Ignored, IsSubmodule: false }
            : hasLinks && (LeadsOutside(path) || (Follow(path) is { } real && real != path && HasFile(real)));

    /// <summary>A directory of a clone, by its exact path; the root is the empty path. Symbolic links are followed.</summary>
    public bool HasDirectory(string path) =>
        directories.Contains(path) || (hasLinks && Follow(path) is { } real && directories.Contains(real));

    /// <summary>The outermost part of a path that a clone lacks: of <c>web/src/lib/utils</c>, where there is no <c>web/src/lib</c>, that; else the path itself.</summary>
    public string OutermostMissing(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (!HasDirectory(path[..slash]))
            {
                return path[..slash];
            }
        }

        return path;
    }

    /// <summary>The paths of all files with a name, in their order.</summary>
    public IEnumerable<string> FilesNamed(string name) =>
        (byName ??= ordered.Select(file => file.Path).ToLookup(RepositoryPath.NameOf, StringComparer.Ordinal))[name];

    public bool Has(string path) => HasFile(path) || HasDirectory(path);

    /// <summary>What stands under exactly this path: a file, a link, a submodule, or an ignored directory.</summary>
    public RepositoryFile? Find(string path) => files.GetValueOrDefault(path);

    /// <summary>The file that a path leads to once every symbolic link on the way is followed; null when that is none of this repository.</summary>
    public RepositoryFile? Resolve(string path) =>
        RealPath(path) is { } real && files.TryGetValue(real, out var file) && !file.IsSymbolicLink ? file : null;

    /// <summary>The path behind every symbolic link on the way, whether anything is there or not; null when one leads outside, or they run in a circle.</summary>
    public string? RealPath(string path) => hasLinks ? Follow(path) : path;

    /// <summary>The submodule that a path lies in or names: nobody can tell from this tree what is there.</summary>
    public RepositoryFile? FindSubmodule(string path) => submodules.Find(module => path == module.Path || IsUnder(path, module.Path));

    /// <summary>The path that differs from this one only in the case of letters, if there is one and the exact one is absent.</summary>
    public string? FindOtherCase(string path) => !Has(path) && byFoldedCase.TryGetValue(path, out var actual) ? actual : null;

    /// <summary>The line of an ignore file because of which git would keep a path out of every clone; null for a path that a clone has, or that no line matches.</summary>
    public IgnoreRule? WhyIgnored(string path) => Has(path) ? null : ignoring.WhyIgnored(path);

    /// <summary>Files of a clone directly in a directory.</summary>
    public IReadOnlyList<RepositoryFile> FilesIn(string directory) => children.TryGetValue(directory, out var found) ? found : [];

    /// <summary>
    /// The directory of a Python package beside the record of its installation: <c>langchain</c> beside <c>langchain-0.0.189.dist-info</c>, or that record. The record counts by what an installer
    /// writes into it, and the package by its code; at the root lies what the repository is about.
    /// </summary>
    /// <remarks>Source: Python Packaging User Guide, "Recording installed projects" and "Core metadata specifications" (names).</remarks>
    public bool IsInstalledPackage(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return installed.Count > 0
            && (
                installedRecords.Contains(directory)
                || (
                    Parent(directory) is { Length: > 0 } around
                    && installed.TryGetValue(around, out var names)
                    && names.Contains(directory[(around.Length + 1)..])
                    && HasFile(directory + "/__init__.py")
                )
            );
    }

    /// <summary>Every path below a directory, ignored ones included.</summary>
    public IEnumerable<RepositoryFile> FilesUnder(string directory)
    {
        var prefix = directory is null or "" ? "" : directory + "/";
        for (
            var index = FirstFrom(prefix);
            index < ordered.Length && ordered[index].Path.StartsWith(prefix, StringComparison.Ordinal);
            index++
        )
        {
            Work.Take(1);
            yield return ordered[index];
        }
    }

    private void Add(RepositoryFile file)
    {
        files[file.Path] = file;
        if (file.Status == FileStatus.Ignored)
        {
            return;
        }

        hasLinks |= file.IsSymbolicLink;
        byFoldedCase.TryAdd(file.Path, file.Path);
        if (file.IsSubmodule)
        {
            submodules.Add(file);
            directories.Add(file.Path);
        }

        var directory = Parent(file.Path);
        if (directory.EndsWith(InstalledRecord, StringComparison.Ordinal) && file.Path[(directory.Length + 1)..] is "METADATA" or "RECORD")
        {
            AddInstalled(directory);
        }

        (children.TryGetValue(directory, out var list) ? list : children[directory] = []).Add(file);
        while (directories.Add(directory))
        {
            byFoldedCase.TryAdd(directory, directory);
            directory = Parent(directory);
        }
    }

    private void AddInstalled(string directory)
    {
        var around = Parent(directory);
        var record = directory[(around.Length == 0 ? 0 : around.Length + 1)..^InstalledRecord.Length].Split('-');
        if (record is [[var first, ..] name, { Length: > 0 }, ..] && char.IsAsciiLetterOrDigit(first) && installedRecords.Add(directory))
        {
            (installed.TryGetValue(around, out var names) ? names : installed[around] = new(StringComparer.OrdinalIgnoreCase)).Add(name);
        }
    }

    // The position of the first path that is not before a prefix.
    private int FirstFrom(string prefix)
    {
        int low = 0,
            high = ordered.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(ordered[middle].Path, prefix) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private string? Follow(string path)
    {
        for (var hop = 0; hop < MaximumLinks; hop++)
        {
            if (FirstLink(path) is not { } link)
            {
                return path;
            }

            if (link.LinkTarget is not { } target)
            {
                return null;
            }

            path = (target + path[link.Path.Length..]).TrimStart('/');
        }

        return null;
    }

    private RepositoryFile? FirstLink(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (LinkAt(path[..slash]) is { } link)
            {
                return link;
            }
        }

        return LinkAt(path);
    }

    private RepositoryFile? LinkAt(string path) =>
        files.TryGetValue(path, out var file) && file is { IsSymbolicLink: true, Status: not FileStatus.Ignored } ? file : null;

    // A link out of the repository is there, whatever it leads to.
    private bool LeadsOutside(string path) => LinkAt(path) is { LinkTarget: null };

    private static bool IsUnder(string path, string directory) =>
        path.Length > directory.Length && path[directory.Length] == '/' && path.StartsWith(directory, StringComparison.Ordinal);

    private static string Parent(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
}
