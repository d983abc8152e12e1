using System.Collections.Concurrent;
using System.Globalization;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading;

/// <summary>Files that could say something about a deployment, and are not asked because others put them there and nothing names them. Who moves a file into such a directory is found out by the note.</summary>
internal sealed class PassedOver
{
    private const int DirectoriesShown = 5;
    private const int LongestName = 80;

    private readonly ConcurrentDictionary<string, string> directories = new(StringComparer.Ordinal);

    public bool IsEmpty => directories.IsEmpty;

    public IEnumerable<string> Paths => directories.Keys.Order(StringComparer.Ordinal);

    public void Add(string path, string directory) => directories[path] = directory;

    public void Remove(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            directories.TryRemove(path, out _);
        }
    }

    /// <summary>How many, and where, in one sentence; null when there are none.</summary>
    public Diagnostic? Tell()
    {
        if (IsEmpty)
        {
            return null;
        }

        var all = directories.Count;
        var around = directories.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var shown = around.Take(DirectoriesShown).Select(Short);
        var more = around.Count > DirectoriesShown ? $" and {Number(around.Count - DirectoriesShown)} more" : "";
        return new Diagnostic(
            DiagnosticKind.FilesPassedOver,
            $"{Number(all)} {(all == 1 ? "file" : "files")} below {Number(around.Count)} {(around.Count == 1 ? "directory" : "directories")} {(all == 1 ? "is" : "are")} not judged: installed packages, test input or editor copies ({string.Join(", ", shown)}{more})."
        );
    }

    private static string Short(string directory) => directory.Length <= LongestName ? directory : "…" + directory[^LongestName..];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
