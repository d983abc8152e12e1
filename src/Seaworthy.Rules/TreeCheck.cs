using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>
/// Checks that need only the files: does a line or a path still exist? They answer differently before and after the fix, whichever way of the remedy
/// was chosen, and run nothing of the repository.
/// </summary>
internal static class TreeCheck
{
    private const int MostPlaces = 20;

    // Keys that give a workflow step its directory.
    private static readonly string[] DirectoryWords = ["working-directory", "cache-dependency-path"];

    /// <summary>The line is no longer in its file.</summary>
    public static CommandText Gone(SourceSpan place) => Gone([place]);

    /// <summary>None of the lines is in its file any more; if others are alike, there are fewer of them.</summary>
    public static CommandText Gone(IEnumerable<SourceSpan> places)
    {
        List<SourceSpan> all = [.. places];
        List<SourceSpan> first = [.. all.Where(place => !place.IsWholeFile).DistinctBy(Key).Take(MostPlaces)];
        if (first.Count == 0)
        {
            return $"git ls-files {Files(all)}   # must print nothing";
        }

        var keys = first.Select(Key).ToHashSet(StringComparer.Ordinal);
        var others = first.Sum(place => place.Alike) - all.Where(place => keys.Contains(Key(place))).DistinctBy(Place).Count();
        var lines = first
            .Select(place => place.Sought.ToString())
            .Distinct(StringComparer.Ordinal)
            .SelectMany(line => new[] { "-e", line });
        return others > 0
            ? (CommandText)$"test $(git grep -hE {lines} -- {Files(first)} | wc -l) -le {others}   # must succeed: fewer than now"
            : $"git grep -nE {lines} -- {Files(first)}   # must find nothing";
    }

    /// <summary>The line is no longer in its file, or else a command succeeds: for a remedy of two ways.</summary>
    public static CommandText GoneOr(SourceSpan place, CommandText other) => place.IsWholeFile ? other : $"{Absent(place)} || {other}";

    /// <summary>One of the lines is no longer in its file: for a remedy that leaves the choice.</summary>
    public static CommandText OneGone(IEnumerable<SourceSpan> places)
    {
        List<SourceSpan> all = [.. places];
        List<SourceSpan> lines = [.. all.Where(place => !place.IsWholeFile).DistinctBy(Key).Take(MostPlaces)];
        return lines.Count == 0 ? Gone(all) : lines.Select(Absent).Aggregate((one, other) => $"{one} || {other}");
    }

    private static CommandText Absent(SourceSpan place) =>
        place.Alike is > 1 and var alike
            ? $"test $(git grep -hE -e {place.Sought} -- {Literal(place.File.Path)} | wc -l) -lt {alike}"
            : (CommandText)$"! git grep -nE -e {place.Sought} -- {Literal(place.File.Path)}";

    private static string Key(SourceSpan place) => $"{place.File.Path}\n{place.Sought}";

    private static string Place(SourceSpan place) => place.ToString();

    /// <summary>What stands before a secret, and its first two characters, is no longer in any of the files: only their names are printed.</summary>
    public static CommandText Secret(IEnumerable<SourceSpan> places)
    {
        List<SourceSpan> first = [.. places.Take(MostPlaces)];
        List<string> leads = [.. first.Select(place => place.Lead?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal)];
        return leads.Count == 0
            ? (CommandText)$"git ls-files {Files(first)}   # must print nothing"
            : $"git grep -lE {leads.SelectMany(lead => new[] { "-e", lead })} -- {Files(first)}   # must find nothing";
    }

    /// <summary>The path is in the repository, or nothing names it any more.</summary>
    public static CommandText There(PathUse use)
    {
        var looked = use.Answer.Looked.Length > 0 ? use.Answer.Looked : use.Path;
        return looked is ['/', ..] or ['.', '.', ..] ? Gone(use.Span)
            : use is { Answer.Presence: Presence.Elsewhere, FromSpan: { } from } && from.File != use.Span.File ? OneGone([use.Span, from])
            : use.Role == PathRole.FrameworkSource ? GoneOr(use.Span, $"git ls-files {Pages(use, looked)} | grep .")
            : use.Role is PathRole.Manifest or PathRole.LockFile && DirectoryWords.All(word => !use.Span.File.Mentions(word))
                ? $"{GoneOr(use.Span, $"git ls-files --error-unmatch {Spec(looked)}")} || git grep -nE {string.Join('|', DirectoryWords)} -- {use.Span.File.Path}"
            // A script may go to where the path is.
            : use is { Answer.Presence: Presence.Elsewhere, Role: PathRole.Script or PathRole.CommandInput, IsOfMovingFile: false }
                ? $"{GoneOr(use.Span, $"git ls-files --error-unmatch {Spec(looked)}")} || git grep -nE '^\\s*cd ' -- {Literal(use.Span.File.Path)}"
            : GoneOr(use.Span, $"git ls-files --error-unmatch {Spec(looked)}");
    }

    /// <summary>Next.js looks for either of two directories, there or in src.</summary>
    private static IEnumerable<string> Pages(PathUse use, string looked) =>
        use.Path != "app" ? [looked]
        : (looked.LastIndexOf('/') is >= 0 and var slash ? looked[..(slash + 1)] : "") is var root
            ? [$"{root}app", $"{root}pages", $"{root}src/app", $"{root}src/pages"]
        : [];

    /// <summary>As git reads it: without <c>:(glob)</c>, a pattern also matches in folders below.</summary>
    private static string Spec(string path) => path.AsSpan().IndexOfAny('*', '?', '[') >= 0 ? $":(glob){path}" : path.TrimEnd('/');

    private static IEnumerable<string> Files(IEnumerable<SourceSpan> places) =>
        places.Select(place => Literal(place.File.Path)).Distinct(StringComparer.Ordinal);

    /// <summary>A path as it is, whatever git would make of its brackets: <c>app/[slug]/page.tsx</c>.</summary>
    private static string Literal(string path) =>
        path.AsSpan().IndexOfAny('*', '?', '[') >= 0 || path is [':', ..] ? $":(literal){path}" : path;
}
