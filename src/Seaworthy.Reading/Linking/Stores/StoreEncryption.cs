using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>Addresses that take nothing but an encrypted connection, held against stores that have no certificate.</summary>
/// <remarks>
/// Sources: PostgreSQL, "SSL Support" of libpq, and "ssl" of the server, which is off by default; pgjdbc, "Connection Parameters"; Npgsql, "SSL Mode"; Redis, "TLS"; MongoDB, "Connection Strings", <c>tls</c>.
/// MySQL's image makes a certificate of its own, and MariaDB a recent one too: nothing is said of them.
/// </remarks>
internal static class StoreEncryption
{
    private static readonly string[] Modes =
    [
        "sslmode=require",
        "sslmode=verify-ca",
        "sslmode=verify-full",
        "sslmode=verifyca",
        "sslmode=verifyfull",
    ];
    private static readonly string[] Flags = ["ssl=true", "tls=true"];

    /// <summary>Nothing where the address does not ask for it, or the store is none that is known; null where the store may answer.</summary>
    public static IEnumerable<StoreDifference?> Of(Workload caller, Workload store, SuppliedVariable address)
    {
        if (Demanded(store.Public?.Name, address.Value.Outline ?? "") is var (word, isCertain))
        {
            yield return MayAnswer(store)
                ? null
                : new StoreDifference(StorePart.Encryption, word, null, address.Span, null)
                {
                    UndecidedBecause = Handled(caller, word) ?? (isCertain ? null : $"not every client requires TLS for {word}"),
                };
        }
    }

    private static (string Word, bool IsCertain)? Demanded(string? store, string address)
    {
        var text = address.Replace(" ", "", StringComparison.Ordinal);
        switch (store)
        {
            case "postgres":
                return Find(text, Modes) is { } mode ? (mode, true)
                    : Find(text, Flags[..1]) is { } flag ? (flag, text.StartsWith("jdbc:", StringComparison.Ordinal))
                    : null;
            case "redis" or "valkey/valkey":
                return text.StartsWith("rediss://", StringComparison.OrdinalIgnoreCase) ? ("rediss://", true) : null;
            case "mongo":
                return Find(text, Flags) is { } asked ? (asked, true) : null;
            default:
                return null;
        }
    }

    private static string? Find(string text, string[] words) =>
        words.FirstOrDefault(word =>
            text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at
            && at > 0
            && text[at - 1] is '?' or '&' or ';'
            && (at + word.Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + word.Length]) && text[at + word.Length] != '-')
        );

    /// <summary>Its command, a variable or a file that is mounted may turn it on.</summary>
    private static bool MayAnswer(Workload store) =>
        store.SuppliesMoreBecause is not null
        || (store.Start is { } start && start.Text.Split(' ', '=', '"', '\'', ',').Any(IsOfConfiguration))
        || store.Supplied.Any(variable => IsOfConfiguration(variable.Name) || IsOfConfiguration(variable.Value.Text ?? ""))
        || store.Mounts.Any(mount =>
            mount.Kind != MountKind.Volume && !mount.Path.EndsWith(".sql", StringComparison.Ordinal) && !IsData(mount.Path)
        );

    private static bool IsOfConfiguration(string word) =>
        word.Contains("ssl", StringComparison.OrdinalIgnoreCase)
        || word.Contains("tls", StringComparison.OrdinalIgnoreCase)
        || word.Contains("config", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith(".conf", StringComparison.Ordinal)
        || word.EndsWith(".sh", StringComparison.Ordinal);

    private static bool IsData(string path) =>
        path.StartsWith("/var/lib/postgresql", StringComparison.Ordinal)
        || path == "/data"
        || path.StartsWith("/data/db", StringComparison.Ordinal);

    /// <summary>Source that mentions it may take it out again.</summary>
    private static string? Handled(Workload caller, string word) =>
        caller
            .Components.SelectMany(component => component.Code)
            .FirstOrDefault(file => file.File.Text.Contains(word.Split('=', ':')[0], StringComparison.OrdinalIgnoreCase))
            is { } file
            ? $"{file.File.Path} mentions {word.Split('=', ':')[0]}"
            : null;
}
