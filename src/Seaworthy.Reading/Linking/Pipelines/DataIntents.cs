using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What commands on databases, their schemas and files are for.</summary>
internal static class DataIntents
{
    private static readonly string[] SettingsEndings = [".env", ".yml", ".yaml", ".conf", ".toml", ".ini"];

    public static IEnumerable<StepIntent> OfDatabase(DatabaseCommand database) =>
        database.Purpose switch
        {
            DatabasePurpose.Dump => database.IsWithoutData ? [] : [StepIntent.BackUp],
            DatabasePurpose.Restore => [StepIntent.RollBack],
            _ => database.Inputs.Any(input => Mentions(input, "migrat") || Mentions(input, "schema")) ? [StepIntent.Migrate] : [],
        };

    public static IEnumerable<StepIntent> OfMigration(MigrationCommand migration) =>
        migration.Verb switch
        {
            MigrationVerb.Up or MigrationVerb.Push => [StepIntent.Migrate],
            MigrationVerb.Down => [StepIntent.RollBack],
            MigrationVerb.Generate => [StepIntent.Build],
            _ => [],
        };

    public static IEnumerable<StepIntent> OfFile(FileCommand file, bool isOnServer)
    {
        if (file.Tool is "scp" or "rsync" && file.Writes.Any(target => target.ToString().Contains(':', StringComparison.Ordinal)))
        {
            return [StepIntent.Deploy];
        }

        if (
            file.Tool is "tar" or "cp" or "rsync"
            && file.Writes.Any(target => Mentions(target, "backup") || Mentions(target, ".bak"))
            && !(file.Reads.Count > 0 && file.Reads.All(IsOfSettings))
        )
        {
            return [StepIntent.BackUp];
        }

        // releases/42 behind the name "current": the usual switch of hand-made deploys.
        return isOnServer && file.Tool == "ln" && file.Writes.Any(target => Mentions(target, "current")) ? [StepIntent.Switch] : [];
    }

    /// <summary>A file of settings, which holds no data: <c>cp .env .env.backup</c> keeps it while a script changes it.</summary>
    private static bool IsOfSettings(ShellWord word) =>
        word.ToString().Trim('\'', '"').Split('/')[^1] is var name
        && (
            name.StartsWith(".env", StringComparison.Ordinal)
            || SettingsEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        );

    private static bool Mentions(ShellWord word, string text) => word.ToString().Contains(text, StringComparison.OrdinalIgnoreCase);
}
