using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Seaworthy.Model.Known;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>The certificate that stands beside a key in a kubeconfig: the server takes the key for as long as the certificate is valid.</summary>
/// <remarks>Source: Kubernetes, "kubeconfig (v1)", <c>client-certificate-data</c>; RFC 5280, section 4.1.2.5 "Validity".</remarks>
internal static class ClientCertificate
{
    private const string Name = "client-certificate-data";
    private const string KeyName = "client-key-data";
    private const int MaximumLength = 20_000;

    /// <summary>The certificate of the key at <paramref name="key"/> has ended: nobody signs in with the key any more.</summary>
    public static bool IsOver(string text, int key) =>
        Place(text, key) is { } place
        && Pem(text.AsSpan(place + Name.Length)) is { } pem
        && End(pem) is { } end
        && end < EndOfLifeDates.AsOf.ToDateTime(TimeOnly.MinValue);

    /// <summary>Within the same user: no other key stands between.</summary>
    private static int? Place(string text, int key)
    {
        var start = Math.Max(0, key - MaximumLength);
        var before = text.AsSpan(start, key - start);
        var own = before.LastIndexOf(KeyName, StringComparison.Ordinal);
        if (own < 0)
        {
            return null;
        }

        var above = before[..own].LastIndexOf(Name, StringComparison.Ordinal);
        if (above > before[..own].LastIndexOf(KeyName, StringComparison.Ordinal))
        {
            return start + above;
        }

        var after = text.AsSpan(key, Math.Min(MaximumLength, text.Length - key));
        var next = after.IndexOf(KeyName, StringComparison.Ordinal);
        var below = (next < 0 ? after : after[..next]).IndexOf(Name, StringComparison.Ordinal);
        return below < 0 ? null : key + below;
    }

    private static string? Pem(ReadOnlySpan<char> rest)
    {
        var start = rest[..Math.Min(rest.Length, MaximumLength)].IndexOf(SecretFormats.EncodedPemBegin, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var value = rest[start..];
        var end = value.IndexOfAny("\r\n\"'");
        value = (end < 0 ? value : value[..end]).Trim();
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64Chars(value, bytes, out var count) ? Encoding.ASCII.GetString(bytes, 0, count) : null;
    }

    private static DateTime? End(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var block))
        {
            return null;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(pem[block.Base64Data]));
            return certificate.NotAfter.ToUniversalTime();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
