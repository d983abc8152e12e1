using System.Globalization;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>What a revision asks for: <c>HEAD~2</c>, <c>origin/main...HEAD</c>, <c>HEAD^:package.json</c>.</summary>
/// <remarks>Source: git, gitrevisions(7).</remarks>
internal static class Revision
{
    private static readonly string[] Own = ["HEAD", "@", "${{ github.sha }}"];

    private static readonly string[] OfEvents =
    [
        "github.event.before",
        "github.event.pull_request.base.sha",
        "github.event.pull_request.head.sha",
    ];

    private static readonly string[] Remotes = ["refs/remotes/origin/", "remotes/origin/", "origin/"];

    public static IEnumerable<HistoryQuestion> Questions(string text)
    {
        var isSymmetric = text.Contains("...", StringComparison.Ordinal);
        List<string> sides = [.. text.Split(isSymmetric ? "..." : "..").Select(side => side.TrimStart('^'))];
        List<HistoryQuestion> found = [.. sides.Select(Of).OfType<HistoryQuestion>()];
        if (
            isSymmetric
            && sides.Count == 2
            && sides.Exists(IsOwn)
            && sides.Find(side => IsBranch(side) || side == "FETCH_HEAD") is { } other
        )
        {
            found.Add(new HistoryQuestion(HistoryKind.Ancestor, other));
        }

        return found;
    }

    public static bool IsOwn(string side) => side.Length == 0 || Own.Contains(side);

    public static bool IsBranch(string side) => Of(side) is { Kind: HistoryKind.Branch };

    private static HistoryQuestion? Of(string side)
    {
        // A path behind the colon: an expression has none before its end.
        var colon = side.IndexOf(':', Math.Max(0, side.LastIndexOf("}}", StringComparison.Ordinal)));
        var name = colon > 0 ? side[..colon] : side;
        if (
            Array.Find(Own, own => name.StartsWith(own, StringComparison.Ordinal)) is { } start
            && Distance(name[start.Length..]) is > 0 and var distance
        )
        {
            return new HistoryQuestion(HistoryKind.Parent, name) { Distance = distance };
        }

        if (Array.Find(Remotes, remote => name.StartsWith(remote, StringComparison.Ordinal)) is { } prefix)
        {
            return name.Length > prefix.Length && name[prefix.Length..] != "HEAD" ? new HistoryQuestion(HistoryKind.Branch, name) : null;
        }

        return Array.Find(OfEvents, path => name.StartsWith("${{ " + path + " }}", StringComparison.Ordinal)) is { } commit
            ? new HistoryQuestion(HistoryKind.EventCommit, commit)
            : null;
    }

    /// <summary>How many commits back: three for <c>^^~</c>; null for anything else than that.</summary>
    private static int? Distance(string suffix)
    {
        var distance = 0;
        for (var at = 0; at < suffix.Length; )
        {
            var isParent = suffix[at] == '^';
            if (!isParent && suffix[at] != '~')
            {
                return null;
            }

            var end = ++at;
            while (end < suffix.Length && char.IsAsciiDigit(suffix[end]))
            {
                end++;
            }

            if (end == at)
            {
                distance++;
            }
            else if (!int.TryParse(suffix[at..end], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return null;
            }
            else
            {
                // The number behind ^ chooses among the parents.
                distance += isParent ? Math.Min(count, 1) : count;
            }

            at = end;
        }

        return distance;
    }
}
