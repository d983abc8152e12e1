namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>The readers of secrets in files of any kind, and of the certificates beside them.</summary>
internal static class SecretsReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new SecretReader(), new CertificateReader()];
}
