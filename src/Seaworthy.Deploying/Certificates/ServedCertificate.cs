using System.Globalization;

namespace Seaworthy.Deploying.Certificates;

/// <summary>A certificate as the running proxy shows it.</summary>
/// <param name="Thumbprint">SHA-1 of the certificate.</param>
public sealed record ServedCertificate(string Thumbprint, DateTimeOffset NotAfter)
{
    /// <summary>So long before its end somebody is to renew it.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromDays(14);

    /// <summary>So long before its end one that is ordered is ordered anew.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromDays(30);

    /// <summary>Clients of ACME renew a month before the end: this one was forgotten, or ended already.</summary>
    public static bool EndsSoon(DateTimeOffset notAfter, DateTimeOffset now) => notAfter < now + Warning;

    /// <summary>The answer to <c>show ssl cert FILE</c>; null where the proxy does not have it.</summary>
    public static ServedCertificate? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
            Value(text, "SHA1 FingerPrint: ") is { } thumbprint
            && DateTimeOffset.TryParseExact(
                Value(text, "notAfter: "),
                "MMM d HH:mm:ss yyyy 'GMT'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AllowInnerWhite | DateTimeStyles.AssumeUniversal,
                out var end
            )
            ? new ServedCertificate(thumbprint, end)
            : null;
    }

    private static string? Value(string text, string name) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? line[name.Length..].Trim()
            : null;
}
