using System.Security.Cryptography;
using System.Text;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>
/// Sums of Sprig, and marks where it makes something by chance: a report is the same each time, and no key is made for nothing.
/// </summary>
/// <remarks>Masterminds/sprig v3, crypto.go.</remarks>
internal static class SprigCryptography
{
    /// <summary>What each mark begins with; only texts of a given length are filled up with <c>x</c>.</summary>
    public const string Mark = "made-by-chance";

    private const int LengthLimit = 100_000;

    public static void AddTo(GoFunctions functions)
    {
        functions.Add("sha256sum", "s", arguments => Convert.ToHexStringLower(SHA256.HashData(Bytes(arguments[0]))));
        functions.Add("sha512sum", "s", arguments => Convert.ToHexStringLower(SHA512.HashData(Bytes(arguments[0]))));
#pragma warning disable CA5350 // The template asks for this sum, and nothing here relies on it.
        functions.Add("sha1sum", "s", arguments => Convert.ToHexStringLower(SHA1.HashData(Bytes(arguments[0]))));
#pragma warning restore CA5350
        functions.Add("adler32sum", "s", arguments => Adler(Bytes(arguments[0])));
        foreach (var name in (string[])["randAlphaNum", "randAlpha", "randAscii"])
        {
            functions.Add(name, "i", arguments => Made((nint)(arguments[0] ?? (nint)0), 'x'));
        }

        functions.Add("randNumeric", "i", arguments => Made((nint)(arguments[0] ?? (nint)0), '0'));
        functions.Add("randBytes", "i", arguments => Convert.ToBase64String(Bytes(Made((nint)(arguments[0] ?? (nint)0), 'x'))));
        functions.Add("uuidv4", "", _ => "00000000-0000-4000-8000-000000000000");
        functions.Add("bcrypt", "s", _ => Mark + "-bcrypt");
        functions.Add("htpasswd", "ss", arguments => $"{arguments[0]}:{Mark}-bcrypt");
        functions.Add("derivePassword", "issss", _ => Mark + "-password");
        functions.Add("encryptAES", "ss", _ => Mark + "-cipher");
        functions.Add("decryptAES", "ss", _ => Mark + "-plain");
        functions.Add("genPrivateKey", "s", _ => Pem("PRIVATE KEY"));
        functions.Add("genCA", "si", _ => Certificate());
        functions.Add("genCAWithKey", "sis", _ => Certificate());
        functions.Add("genSelfSignedCert", "saai", _ => Certificate());
        functions.Add("genSelfSignedCertWithKey", "saais", _ => Certificate());
        functions.Add("genSignedCert", "saaia", _ => Certificate());
        functions.Add("genSignedCertWithKey", "saaias", _ => Certificate());
        functions.Add("buildCustomCert", "ss", _ => Certificate());
    }

    private static byte[] Bytes(object? value) => Encoding.UTF8.GetBytes((string?)value ?? "");

    private static string Made(nint length, char filler) =>
        length is >= 0 and <= LengthLimit
            ? new string(filler, (int)length)
            : throw new GoCallFault("the text is too long", GoFaultKind.Limit);

    private static string Pem(string what) => $"-----BEGIN {what}-----\n{Mark}\n-----END {what}-----\n";

    private static GoStruct Certificate() =>
        new(
            "sprig.certificate",
            Mark,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Cert"] = Pem("CERTIFICATE"), ["Key"] = Pem("RSA PRIVATE KEY") }
        );

    private static string Adler(byte[] bytes)
    {
        var (low, high) = (1u, 0u);
        foreach (var value in bytes)
        {
            low = (low + value) % 65521;
            high = (high + low) % 65521;
        }

        return ((high << 16) | low).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
