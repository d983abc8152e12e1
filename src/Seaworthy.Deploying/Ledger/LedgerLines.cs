using System.Text.Json;

namespace Seaworthy.Deploying.Ledger;

/// <summary>The ledger as text: a line of JSON per entry.</summary>
public static class LedgerLines
{
    public static string Write(LedgerEntry entry) => JsonSerializer.Serialize(entry, LedgerJson.Default.LedgerEntry) + "\n";

    /// <summary>A line that a crash cut short is no entry: what it was to say had not happened.</summary>
    public static IReadOnlyList<LedgerEntry> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<LedgerEntry> entries = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                if (JsonSerializer.Deserialize(line, LedgerJson.Default.LedgerEntry) is { } entry)
                {
                    entries.Add(entry);
                }
            }
            catch (JsonException)
            {
                // Cut short.
            }
        }

        return entries;
    }
}
