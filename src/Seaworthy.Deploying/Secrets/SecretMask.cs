namespace Seaworthy.Deploying.Secrets;

/// <summary>Takes the values of secrets out of a text that others made: the last lines of a container, the complaint of a tool.</summary>
public sealed class SecretMask(IEnumerable<string> values)
{
    // A shorter one stands in ordinary words.
    private const int Shortest = 6;

    private readonly IReadOnlyList<string> masked =
    [
        .. values
            .SelectMany(value => value.Split('\n', StringSplitOptions.TrimEntries).Append(value))
            .Where(value => value.Length >= Shortest)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(value => value.Length),
    ];

    public static SecretMask None { get; } = new([]);

    public string Of(string text) => masked.Aggregate(text, (left, value) => left.Replace(value, "***", StringComparison.Ordinal));
}
