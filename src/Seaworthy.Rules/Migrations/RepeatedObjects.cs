using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>The order in which a history runs on an empty database, and what is created in it twice.</summary>
internal static class RepeatedObjects
{
    private const int VersionDigits = 20;

    /// <summary>The files in the order of their run: Drizzle's journal names them, else their versions do.</summary>
    public static IReadOnlyList<MigrationFile> InOrder(MigrationHistory history, Deployment deployment) =>
        Journal(history, deployment) is { } journal
            ?
            [
                .. from entry in journal.Entries
                let file = history.Files.FirstOrDefault(file => file.File.Name == entry.Tag + ".sql")
                where file is not null
                select file,
            ]
            :
            [
                .. history
                    .Files.Where(IsOrdered)
                    .OrderBy(Version, StringComparer.Ordinal)
                    .ThenBy(file => file.File.Path, StringComparer.Ordinal),
            ];

    public static DrizzleJournal? Journal(MigrationHistory history, Deployment deployment) =>
        deployment.Of<DrizzleJournal>().FirstOrDefault(journal => journal.Directory == history.Directory);

    public static IEnumerable<RepeatedObject> Of(IReadOnlyList<MigrationFile> files)
    {
        Dictionary<string, RepeatedObject> known = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var name in file.DroppedNames)
            {
                Forget(known, name);
            }

            foreach (var created in file.CreatedObjects)
            {
                var key = $"{created.Kind} {created.Name}";
                if (!known.TryGetValue(key, out var first))
                {
                    known[key] = new RepeatedObject(file, created, file, created);
                }
                else if (!created.IsTolerant && first.In != file && !IsVariant(first.In, file))
                {
                    yield return new RepeatedObject(file, created, first.In, first.Object);
                }
            }
        }
    }

    private static void Forget(Dictionary<string, RepeatedObject> known, string name)
    {
        foreach (
            var key in known
                .Keys.Where(key => key.EndsWith(name, StringComparison.Ordinal) && key[^(name.Length + 1)] is ' ' or '.')
                .ToList()
        )
        {
            known.Remove(key);
        }
    }

    /// <summary>Flyway's repeatable migrations have no version, and neither has a script beside the migrations.</summary>
    private static bool IsOrdered(MigrationFile file) =>
        file.IsUp && file.Id.Length > 0 && char.IsAsciiDigit(file.Id[0]) && !IsWayBack(file);

    /// <summary>Files of one version: the same step for several databases.</summary>
    private static bool IsVariant(MigrationFile one, MigrationFile other) => Version(one) == Version(other);

    private static bool IsWayBack(MigrationFile file) =>
        (file.Title ?? "").Split('_', '-', '.', ' ').Any(word => word.ToUpperInvariant() is "DOWN" or "ROLLBACK" or "UNDO" or "REVERT");

    /// <summary><c>2</c> comes before <c>10</c>.</summary>
    private static string Version(MigrationFile file) =>
        string.Join('.', file.Id.Split('.', '_', '-').Select(part => part.TrimStart('0').PadLeft(VersionDigits, '0')));
}
