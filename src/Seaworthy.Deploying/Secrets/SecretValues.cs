namespace Seaworthy.Deploying.Secrets;

/// <summary>The secrets that a deployment may use, opened.</summary>
/// <param name="Values">By name.</param>
/// <param name="Source">Where they come from, for a message.</param>
public sealed record SecretValues(IReadOnlyDictionary<string, string> Values, string Source)
{
    public static SecretValues None { get; } = new(new Dictionary<string, string>(), "no secrets file");

    public SecretMask Mask() => new(Values.Values);

    public override string ToString() => $"{Source}: {string.Join(", ", Values.Keys)}";
}
