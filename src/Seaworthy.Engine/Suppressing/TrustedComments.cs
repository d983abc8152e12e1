using System.Collections.Concurrent;
using Seaworthy.Engine.Configuring;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Suppressing;

/// <summary>
/// The comments of an untrusted tree that count: those that the trusted one holds as well, with the same words in the same file beside the same line. Each of them counts once, so a copy beside
/// a second line like the first accepts nothing more.
/// </summary>
internal sealed class TrustedComments(TrustedTree trusted)
{
    private readonly ConcurrentDictionary<string, Dictionary<Grant, int>> files = new(StringComparer.Ordinal);

    public string Name => trusted.Name;

    /// <summary>The comments of a file, each with the lines of which it may speak: none of them when the trusted tree does not hold it.</summary>
    public IEnumerable<AllowComment> Narrow(IReadOnlyList<AllowComment> comments)
    {
        if (comments.Count == 0)
        {
            yield break;
        }

        Dictionary<Grant, int> left = new(files.GetOrAdd(comments[0].Span.File.Path, Grants));
        foreach (var comment in comments)
        {
            yield return comment with
            {
                Lines = [.. comment.Targets.Where(line => Take(left, new Grant(comment, line)))],
            };
        }
    }

    private static bool Take(Dictionary<Grant, int> left, Grant grant)
    {
        if (left.GetValueOrDefault(grant) is not (> 0 and var count))
        {
            return false;
        }

        left[grant] = count - 1;
        return true;
    }

    private Dictionary<Grant, int> Grants(string path) =>
        trusted.TextOf(path) is { } text
            ? AllowComments
                .In(new SourceFile(path, text))
                .Valid.SelectMany(comment => comment.Targets.Select(line => new Grant(comment, line)))
                .CountBy(grant => grant)
                .ToDictionary()
            : [];

    /// <summary>What one comment accepts beside one line.</summary>
    /// <param name="Line">The words of the line; null for the file as a whole.</param>
    private sealed record Grant(string Rule, string Reason, DateOnly? Until, string? Line)
    {
        public Grant(AllowComment comment, int line)
            : this(comment.Rule, comment.Reason, comment.Until, line == 0 ? null : Words(comment.Span.File, line)) { }

        private static string Words(SourceFile file, int line) =>
            line > file.Lines.Count
                ? ""
                : string.Join(' ', file.Lines.TextOf(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
