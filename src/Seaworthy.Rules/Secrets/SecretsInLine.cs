namespace Seaworthy.Rules.Secrets;

/// <summary>Many secrets looked for in many lines: each line is taken apart once, whatever their number.</summary>
internal sealed class SecretsInLine
{
    private readonly HashSet<string> own;
    private readonly HashSet<string> plain;

    // With these signs in it, a password does not end where an address says that it does.
    private readonly List<string> mixed;

    public SecretsInLine(IReadOnlyCollection<string> secrets)
    {
        own = secrets.Where(SecretInLine.IsOwn).ToHashSet(StringComparer.Ordinal);
        mixed = [.. secrets.Where(secret => secret.AsSpan().ContainsAny(':', '@'))];
        plain = secrets.Except(mixed, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    // A plain word may also be the name of an account or an image.
    public bool RepeatAny(string line) =>
        line.TrimStart() is not ['#', ..]
        && (
            mixed.Exists(secret => SecretInLine.IsInAddress(line, secret))
            || Passwords(line).Any(secret => plain.Contains(secret) && SecretInLine.IsInAddress(line, secret))
            || SecretInLine.Words(line).Any(own.Contains)
        );

    /// <summary>What stands between a colon and an at sign.</summary>
    private static IEnumerable<string> Passwords(string line)
    {
        for (var at = line.IndexOf('@', StringComparison.Ordinal); at >= 0; at = line.IndexOf('@', at + 1))
        {
            var colon = line.LastIndexOfAny([':', '@'], Math.Max(0, at - 1));
            if (colon >= 0 && colon < at && line[colon] == ':')
            {
                yield return line[(colon + 1)..at];
            }
        }
    }
}
