using System.Globalization;
using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Backups;

/// <summary>A copy is written as its date; <c>?</c> behind it for one that is unproven.</summary>
public sealed class RetentionTests
{
    [Theory]
    // Nothing is asked for, nothing goes.
    [InlineData("05-01 05-02 05-03", 0, 0, 0, "")]
    // The newest of each of the last days that have one.
    [InlineData("05-01 05-02 05-03T01 05-03T09 05-04", 2, 0, 0, "05-01 05-02 05-03T01")]
    [InlineData("04-01 04-20 05-04", 2, 0, 0, "04-01")]
    // 2026-05-03 is a Sunday: its week ends with it.
    [InlineData("04-27 05-02 05-03 05-04 05-05", 0, 2, 0, "04-27 05-02 05-04")]
    // A year of ISO begins with its weeks: 2025-12-29 and 2026-01-04 share one.
    [InlineData("2025-12-28 2025-12-29 2026-01-04 2026-01-05", 0, 2, 0, "2025-12-28 2025-12-29")]
    [InlineData("03-01 03-31 04-15 05-01 05-02", 0, 0, 2, "03-01 03-31 05-01")]
    // A day, a week and a month each keep their own.
    [InlineData("02-10 03-10 04-10 04-28 05-01 05-02 05-03 05-04", 2, 2, 3, "02-10 04-10 05-01 05-02")]
    // An unproven copy fills no place; what is newer than the newest proven one stays.
    [InlineData("05-01 05-02? 05-03? 05-04?", 1, 0, 0, "")]
    [InlineData("05-01 05-02? 05-03 05-04?", 1, 0, 0, "05-01 05-02?")]
    [InlineData("05-01 05-02? 05-03", 2, 0, 0, "05-02?")]
    // Without a proven copy nothing goes.
    [InlineData("05-01? 05-02? 05-03?", 1, 1, 1, "")]
    public void Copies_go(string copies, int daily, int weekly, int monthly, string dropped)
    {
        var all = copies.Split(' ').Select(Copy).ToList();

        var found = Retention.Dropped(all, new RetentionPolicy(daily, weekly, monthly));

        Assert.Equal(dropped, string.Join(' ', found.Select(copy => copy.Id)));
    }

    [Fact]
    public void The_newest_proven_copy_of_each_store_stays_whatever_is_asked_for()
    {
        Random random = new(4711);
        for (var round = 0; round < 500; round++)
        {
            var all = Enumerable
                .Range(0, random.Next(0, 40))
                .Select(at =>
                    Copy($"05-{random.Next(1, 29):00}T{random.Next(24):00}{(random.Next(3) == 0 ? "?" : "")}") with
                    {
                        Service = at % 2 == 0 ? "db" : "files",
                    }
                )
                .DistinctBy(copy => (copy.Service, copy.At))
                .ToList();
            var dropped = Retention.Dropped(all, new RetentionPolicy(random.Next(0, 4), random.Next(0, 3), random.Next(0, 2)));

            foreach (var store in all.GroupBy(copy => copy.Service))
            {
                var newest = store.Where(copy => copy.ProvenAt is not null).MaxBy(copy => copy.At);
                Assert.True(newest is null || !dropped.Contains(newest));
                Assert.True(newest is not null || !dropped.Any(copy => copy.Service == store.Key));
            }
        }
    }

    private static BackupManifest Copy(string written)
    {
        var date = written.TrimEnd('?');
        date = date.Length is 5 or 8 ? "2026-" + date : date;
        var at = DateTimeOffset.ParseExact(
            date.Contains('T', StringComparison.Ordinal) ? date : date + "T00",
            "yyyy-MM-ddTHH",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );
        return new BackupManifest(written, "db", StoreKind.PostgreSql, at)
        {
            Image = "sha256:1",
            ProvenAt = written.EndsWith('?') ? null : at,
        };
    }
}
