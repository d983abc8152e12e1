using System.Globalization;

namespace Seaworthy.Deploying.Backups;

/// <summary>Which copies may go. Pure.</summary>
public static class Retention
{
    /// <summary>Only proven copies fill a place, the newest proven copy of a store always stays, and so does all that is newer than it. Of a store without a proven copy nothing goes.</summary>
    public static IReadOnlyList<BackupManifest> Dropped(IReadOnlyList<BackupManifest> copies, RetentionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(copies);
        ArgumentNullException.ThrowIfNull(policy);
        return policy.IsGiven ? [.. copies.GroupBy(copy => copy.Service).SelectMany(store => DroppedOf([.. store], policy))] : [];
    }

    private static IEnumerable<BackupManifest> DroppedOf(List<BackupManifest> copies, RetentionPolicy policy)
    {
        var proven = copies.Where(copy => copy.ProvenAt is not null).OrderByDescending(copy => copy.At).ToList();
        if (proven is not [var newest, ..])
        {
            return [];
        }

        HashSet<BackupManifest> kept =
        [
            .. copies.Where(copy => copy.At >= newest.At),
            .. NewestOfEach(proven, policy.Daily, at => at.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            .. NewestOfEach(proven, policy.Weekly, Week),
            .. NewestOfEach(proven, policy.Monthly, at => at.ToString("yyyyMM", CultureInfo.InvariantCulture)),
        ];
        return copies.Where(copy => !kept.Contains(copy)).OrderBy(copy => copy.At);
    }

    private static IEnumerable<BackupManifest> NewestOfEach(List<BackupManifest> newestFirst, int count, Func<DateTime, string> period) =>
        newestFirst.GroupBy(copy => period(copy.At.UtcDateTime)).Take(count).Select(group => group.First());

    /// <remarks>Source: ISO 8601, weeks that begin on Monday.</remarks>
    private static string Week(DateTime at) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at)}-{ISOWeek.GetWeekOfYear(at):00}");
}
