namespace Seaworthy.Deploying.Secrets;

/// <summary>What a secrets file says: names and dates for everybody, values for the holders of a key. A value is a line of its own, so that a diff shows which name changed.</summary>
public sealed record SecretsDocument
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The environment it is for; empty for the project as it is. Seals cover it.</summary>
    public string Environment { get; init; } = "";

    /// <summary>The newest first: during a rotation the one before is accepted too.</summary>
    public IReadOnlyList<AcceptedKey> Keys { get; init; } = [];

    public IReadOnlyDictionary<string, SecretEntry> Secrets { get; init; } = new SortedDictionary<string, SecretEntry>();
}
