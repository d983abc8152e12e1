using System.Collections.Concurrent;
using System.Globalization;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading;

/// <summary>Files that could say something about a deployment, and are not asked because others put them there. Who moves a file into such a directory is found out by the note.</summary>
internal sealed class PassedOver
{
    private const int DirectoriesShown = 5;
    private const int LongestName = 80;

    private readonly ConcurrentDictionary<string, int> files = new(StringComparer.Ordinal);

    public void Add(string directory) => files.AddOrUpdate(directory, 1, (_, count) => count + 1);

    /// <summary>How many, and where, in one sentence; null when there are none.</summary>
    public Diagnostic? Tell()
    {
        if (files.IsEmpty)
        {
            return null;
        }

        var all = files.Values.Sum();
        var shown = files.Keys.Order(StringComparer.Ordinal).Take(DirectoriesShown).Select(Short);
        var more = files.Count > DirectoriesShown ? $" and {Number(files.Count - DirectoriesShown)} more" : "";
        return new Diagnostic(
            DiagnosticKind.FilesPassedOver,
            $"{Number(all)} {(all == 1 ? "file" : "files")} below {Number(files.Count)} {(files.Count == 1 ? "directory" : "directories")} {(all == 1 ? "is" : "are")} not judged: packages of others, input of tests or copies of an editor ({string.Join(", ", shown)}{more})."
        );
    }

    private static string Short(string directory) => directory.Length <= LongestName ? directory : "…" + directory[^LongestName..];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
