using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>The names of the packages that a repository itself has: every import is compared with them, and a workspace may have thousands.</summary>
internal sealed class WorkspaceNames
{
    private readonly List<string> sorted;
    private readonly ILookup<string, string> byPlainName;

    public WorkspaceNames(IEnumerable<string> names)
    {
        sorted = [.. names];
        sorted.Sort(StringComparer.OrdinalIgnoreCase);
        byPlainName = sorted.ToLookup(Dependency.PythonName, StringComparer.Ordinal);
    }

    /// <summary>Those that are the same in the one form that all spellings share.</summary>
    public IEnumerable<string> AlikeTo(string plain) => byPlainName[plain];

    /// <summary>Whether one begins so, in whatever case.</summary>
    public bool HasBeginning(string start)
    {
        var found = sorted.BinarySearch(start, StringComparer.OrdinalIgnoreCase);
        return found >= 0 || (~found < sorted.Count && sorted[~found].StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }
}
