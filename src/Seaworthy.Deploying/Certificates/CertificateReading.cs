using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Seaworthy.Deploying.Certificates;

/// <summary>Certificates and keys, read and held against each other before anything is touched. Pure.</summary>
public static class CertificateReading
{
    private const int LeastRsaBits = 2048;

    // The proxy takes a new certificate in one piece, and has 16 KiB for the command around it as well.
    private const int MostCharacters = 15_000;

    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string AnyUse = "2.5.29.37.0";

    /// <param name="certificates">Each holds the certificate of a host first, then its issuers; it may hold the key too.</param>
    /// <param name="keys">Their keys, in any order.</param>
    /// <param name="now">The time at which they are to be valid.</param>
    public static GivenCertificates Read(IReadOnlyList<PemFile> certificates, IReadOnlyList<PemFile> keys, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Select(KeyFault).OfType<string>().ToList() is [_, ..] faulty)
        {
            return new GivenCertificates([], faulty);
        }

        List<CertificatePair> pairs = [];
        var faults = certificates.Select(file => Take(file, keys, now, pairs)).OfType<string>().ToList();
        return new GivenCertificates(pairs, faults);
    }

    /// <summary>Adds a certificate to the pairs; or says why not.</summary>
    private static string? Take(PemFile file, IReadOnlyList<PemFile> keys, DateTimeOffset now, List<CertificatePair> pairs)
    {
        var chain = Certificates(file.Text);
        try
        {
            if (Fault(file.Name, chain, now) is { } fault)
            {
                return fault;
            }

            if (Key(file, keys, chain[0]) is not { } key)
            {
                return Unpaired(file, keys);
            }

            var pair = Pair(file.Name, chain, key);
            if (pair.Text.Length > MostCharacters)
            {
                return $"'{file.Name}' is longer than the proxy takes while it runs: leave out all but the certificate and its issuers";
            }

            pairs.Add(pair);
            return null;
        }
        finally
        {
            foreach (var certificate in chain)
            {
                certificate.Dispose();
            }
        }
    }

    private static string? KeyFault(PemFile file) =>
        CertificateKey.IsEncrypted(file.Text)
            ? $"the key '{file.Name}' needs a passphrase, and nobody is there to type it when the proxy starts: give it without one"
        : CertificateKey.Of(file.Text).Count == 0 ? $"'{file.Name}' holds no private key in PEM of RSA or ECDSA"
        : null;

    private static IReadOnlyList<X509Certificate2> Certificates(string text)
    {
        X509Certificate2Collection found = [];
        try
        {
            found.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            // Cut short or altered: as good as none.
        }

        return [.. found];
    }

    /// <summary>Why a certificate with its issuers cannot be used; null when it can.</summary>
    private static string? Fault(string name, IReadOnlyList<X509Certificate2> chain, DateTimeOffset now)
    {
        if (chain.Count == 0)
        {
            return $"'{name}' holds no certificate in PEM";
        }

        var own = chain[0];
        if (chain.Count > 1 && IsAuthority(own) && chain.Any(each => !IsAuthority(each)))
        {
            return $"'{name}' begins with the issuer {Title(own)}: the certificate of the host comes first, then each issuer";
        }

        for (var at = 1; at < chain.Count; at++)
        {
            if (!Issued(chain[at], chain[at - 1]))
            {
                return $"'{name}' is out of order: {Title(chain[at])} did not issue {Title(chain[at - 1])}, which stands before it";
            }
        }

        if (chain.FirstOrDefault(each => now > each.NotAfter) is { } ended)
        {
            return $"{Title(ended)} in '{name}' expired on {Date(ended.NotAfter)}: renew it";
        }

        return chain.FirstOrDefault(each => now < each.NotBefore) is { } early
                ? $"{Title(early)} in '{name}' is valid from {Date(early.NotBefore)} on, and the clock of this machine says {Date(now.UtcDateTime)}"
            : own.GetRSAPublicKey() is { KeySize: < LeastRsaBits and var bits }
                ? string.Create(CultureInfo.InvariantCulture, $"the key of '{name}' has {bits} bits: RSA needs 2048 or more")
            : !IsForServers(own) ? $"'{name}' is not for servers: its extended key usage lacks serverAuth"
            : Hosts(own).Count == 0 ? $"'{name}' names no host: clients read subject alternative names alone, not the common name"
            : null;
    }

    private static CertificateKey? Key(PemFile file, IReadOnlyList<PemFile> keys, X509Certificate2 certificate)
    {
        var own = certificate.PublicKey.ExportSubjectPublicKeyInfo();
        return keys.Append(file)
            .SelectMany(each => CertificateKey.Of(each.Text))
            .FirstOrDefault(key => own.AsSpan().SequenceEqual(key.Public));
    }

    private static string Unpaired(PemFile file, IReadOnlyList<PemFile> keys) =>
        CertificateKey.IsEncrypted(file.Text)
            ? $"the key in '{file.Name}' needs a passphrase, and nobody is there to type it when the proxy starts: give it without one"
        : keys is [var only] ? $"the key '{only.Name}' does not fit the certificate '{file.Name}'"
        : keys.Count > 0 ? $"none of the keys fits the certificate '{file.Name}'"
        : $"the certificate '{file.Name}' has no key: give it with --tls-key";

    private static CertificatePair Pair(string name, IReadOnlyList<X509Certificate2> chain, CertificateKey key)
    {
        var own = chain[0];
        // Clients have the root, or do not trust it: it is sent in vain.
        var sent = chain.Take(1).Concat(chain.Skip(1).Where(each => !IsItsOwnIssuer(each)));
        return new CertificatePair(
            name,
            Hosts(own),
            string.Concat(sent.Select(each => each.ExportCertificatePem()).Append(key.Text).Select(pem => pem + "\n"))
        )
        {
            Thumbprint = own.Thumbprint,
            NotAfter = own.NotAfter.ToUniversalTime(),
            AbsentIssuer = chain.Count == 1 && !IsItsOwnIssuer(own) ? own.GetNameInfo(X509NameType.SimpleName, forIssuer: true) : null,
        };
    }

    private static IReadOnlyList<string> Hosts(X509Certificate2 certificate) =>
        [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames())];

    private static bool IsForServers(X509Certificate2 certificate)
    {
        var uses = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToList();
        return uses.Count == 0 || uses.Any(use => use.EnhancedKeyUsages.OfType<Oid>().Any(oid => oid.Value is ServerUse or AnyUse));
    }

    private static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority);

    private static bool IsItsOwnIssuer(X509Certificate2 certificate) => Issued(certificate, certificate);

    /// <summary>By the names, and by the identities of keys where both say one.</summary>
    private static bool Issued(X509Certificate2 issuer, X509Certificate2 certificate) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData)
        && (
            certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is not { } wanted
            || issuer.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes is not { } own
            || wanted.Span.SequenceEqual(own.Span)
        );

    private static string Title(X509Certificate2 certificate) => $"'{certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)}'";

    private static string Date(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
