namespace Seaworthy.Tests.Engine.Judging;

/// <summary>What was read of real repositories: all of it, and as it is counted for the product.</summary>
internal static class Readings
{
    /// <summary>Of so many of its latest readings a kind is counted by.</summary>
    private const int Latest = 20;

    /// <summary>The rows in the order in which they were read.</summary>
    public static IEnumerable<Reading> All()
    {
        var (repository, commit) = ("", "");
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "Seaworthy.Corpus", "readings.tsv")))
        {
            switch (line.Split('\t'))
            {
                case [['#', ..], ..]:
                    break;
                case [var name, var version]:
                    (repository, commit) = (name, version);
                    break;
                case ["", var rule, var kind, var place, "true"]:
                    yield return new(repository, commit, rule, kind, place, "true", "");
                    break;
                case ["", var rule, var kind, var place, var judgement, var cause]:
                    yield return new(repository, commit, rule, kind, place, judgement, cause);
                    break;
                default:
                    throw new FormatException(line);
            }
        }
    }

    /// <summary>The readings of each rule.</summary>
    public static ILookup<string, Reading> ByRule() => All().ToLookup(reading => reading.Rule);

    /// <summary>What <c>eng/readings</c> writes: per kind how many were read, how many of them refuted, and the same of the latest whose cause still stands.</summary>
    public static IEnumerable<string> Counts() =>
        All()
            .GroupBy(reading => $"{reading.Rule}\t{reading.Kind}")
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind =>
            {
                var latest = kind.Where(reading => reading.Cause != "fixed").TakeLast(Latest).ToList();
                return $"{kind.Key}\t{kind.Count()}\t{kind.Count(reading => reading.IsRefuted)}\t{latest.Count}\t{latest.Count(reading => reading.IsRefuted)}";
            });
}
