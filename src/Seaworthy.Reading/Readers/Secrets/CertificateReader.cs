using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Reads certificates in PEM form: they tell what the key beside them opens.</summary>
/// <remarks>RFC 7468, section 5 "Textual Encoding of Certificates".</remarks>
internal sealed class CertificateReader : Reader
{
    private const int MostCertificates = 20;
    private const int MaximumLength = 200_000;
    private const string Label = "CERTIFICATE";

    private static readonly string[] Endings = [".crt", ".cer", ".cert", ".pem"];

    public override bool Accepts(string path) => Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public override Artifact? Read(FileSyntax file) =>
        In(file.File.Text) is { Count: > 0 } found ? new CertificateFile(file.File) { Certificates = found } : null;

    /// <summary>The certificates of a text, in its order.</summary>
    public static IReadOnlyList<Certificate> In(string text)
    {
        List<Certificate> found = [];
        var rest = text.AsSpan(0, Math.Min(text.Length, MaximumLength));
        for (var blocks = 0; blocks < MostCertificates && PemEncoding.TryFind(rest, out var block); blocks++)
        {
            if (rest[block.Label] is Label && Parse(rest[block.Base64Data], block.DecodedDataLength) is { } certificate)
            {
                found.Add(certificate);
            }

            rest = rest[block.Location.End..];
        }

        return found;
    }

    private static Certificate? Parse(ReadOnlySpan<char> base64, int length)
    {
        var data = new byte[length];
        if (!Convert.TryFromBase64Chars(base64, data, out var written))
        {
            return null;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(data.AsSpan(0, written));
            var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToList();
            return new Certificate(certificate.Subject, certificate.Issuer)
            {
                Ends = DateOnly.FromDateTime(certificate.NotAfter.ToUniversalTime()),
                Names =
                [
                    .. names.SelectMany(extension => extension.EnumerateDnsNames()),
                    .. names.SelectMany(extension => extension.EnumerateIPAddresses()).Select(address => address.ToString()),
                ],
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
