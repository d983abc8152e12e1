namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>The reader of secrets in files of any kind.</summary>
internal static class SecretsReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new SecretReader()];
}
