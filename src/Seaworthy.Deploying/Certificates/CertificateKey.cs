using System.Security.Cryptography;

namespace Seaworthy.Deploying.Certificates;

/// <summary>The private key of a certificate: never shown.</summary>
/// <param name="Public">The public half, as a certificate holds it.</param>
/// <param name="Text">PEM without a passphrase.</param>
internal sealed record CertificateKey(byte[] Public, string Text)
{
    /// <summary>The keys of a text of PEM; one that cannot be read is left out.</summary>
    public static IReadOnlyList<CertificateKey> Of(string text)
    {
        List<CertificateKey> keys = [];
        var rest = text.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            var label = rest[fields.Label];
            if (label is "PRIVATE KEY" or "RSA PRIVATE KEY" or "EC PRIVATE KEY" && Read(rest[fields.Location]) is { } key)
            {
                keys.Add(key);
            }

            rest = rest[fields.Location.End..];
        }

        return keys;
    }

    /// <summary>Whether a text holds a key that only a passphrase opens.</summary>
    /// <remarks>Source: RFC 7468 section 11; RFC 1421 section 4.6 for the older header.</remarks>
    public static bool IsEncrypted(string text) =>
        text.Contains("-----BEGIN ENCRYPTED PRIVATE KEY-----", StringComparison.Ordinal)
        || text.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal);

    public override string ToString() => "key";

    private static CertificateKey? Read(ReadOnlySpan<char> pem) => Read(RSA.Create(), pem) ?? Read(ECDsa.Create(), pem);

    private static CertificateKey? Read(AsymmetricAlgorithm algorithm, ReadOnlySpan<char> pem)
    {
        using (algorithm)
        {
            try
            {
                algorithm.ImportFromPem(pem);
                return new CertificateKey(algorithm.ExportSubjectPublicKeyInfo(), algorithm.ExportPkcs8PrivateKeyPem());
            }
            catch (Exception exception) when (exception is CryptographicException or ArgumentException)
            {
                return null;
            }
        }
    }
}
