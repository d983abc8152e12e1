using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>The certificate that a file gives in base64 with a private key.</summary>
/// <remarks>Source: Kubernetes, "kubeconfig (v1)", <c>client-certificate-data</c>; "Secrets", <c>kubernetes.io/tls</c>.</remarks>
internal static class PairedCertificate
{
    private const int MostBetween = 16_000;

    private static readonly string[] Names = ["client-certificate-data", "tls.crt"];

    /// <summary>What the same user or Secret has on a line before the key; a name between them begins another one.</summary>
    public static Certificate? Before(string text, int at)
    {
        var from = Math.Max(0, at - MostBetween);
        var before = text[from..at];
        var named = Names.Max(name => before.LastIndexOf(name, StringComparison.Ordinal));
        if (named < 0)
        {
            return null;
        }

        var between = before[named..];
        var start = between.IndexOf(SecretFormats.EncodedPemBegin, StringComparison.Ordinal);
        return
            start < 0
            || between.Contains("name:", StringComparison.Ordinal)
            || between.Contains("\"name\"", StringComparison.Ordinal)
            || CertificateReader.In(PrivateKeyScan.Decoded(between[start..].Split('\r', '\n')[0])) is not [var first, ..]
            ? null
            : first;
    }
}
