using System.Globalization;
using Seaworthy.Deploying.Certificates;

namespace Seaworthy.Deploying.Verifying.Addresses;

/// <summary>What an address answered, held against what is due. Pure.</summary>
/// <param name="now">The time.</param>
public sealed class AddressDrifts(DateTimeOffset now)
{
    private static readonly IReadOnlyList<int> Redirects = [301, 302, 303, 307, 308];

    /// <summary>An address that serves people.</summary>
    /// <param name="facts">What came.</param>
    /// <param name="headers">The headers that are due.</param>
    public Verification Of(AddressFacts facts, IReadOnlyList<DeclaredHeader> headers)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(headers);
        return Reached(facts)
            .And(
                facts.Certificate is { } certificate
                    ? Found(facts, DriftKind.Certificate, OfCertificate(facts, certificate))
                    : Verification.Empty
            )
            .And(facts.Answer is { } answer ? Found(facts, DriftKind.Answer, OfAnswer(facts, answer)) : Verification.Empty)
            .And(
                facts.Answer is { } known && headers.Count > 0
                    ? Found(facts, DriftKind.Headers, OfHeaders(facts, known, headers))
                    : Verification.Empty
            );
    }

    /// <summary>An address that is there to lead to another one, of https.</summary>
    public static Verification OfRedirect(AddressFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Reached(facts)
            .And(facts.Answer is { } answer ? Found(facts, DriftKind.Redirect, OfRedirect(facts, answer)) : Verification.Empty);
    }

    private static Verification Reached(AddressFacts facts) =>
        Found(facts, DriftKind.Name, facts.UnresolvedBecause is { } unknown ? [$"{facts.Address.Host} does not resolve: {unknown}"] : [])
            .And(Found(facts, DriftKind.Answer, facts.SilentBecause is { } silent ? [$"{facts.Address} does not answer: {silent}"] : []))
            .And(
                facts.NoTlsBecause is { } fault
                    ? Found(facts, DriftKind.Certificate, [$"{facts.Address.Authority} makes no connection of TLS 1.2 or later: {fault}"])
                    : Verification.Empty
            );

    private static Verification Found(AddressFacts facts, DriftKind kind, IEnumerable<string> texts) =>
        Verification.Of([kind], texts.Select(text => new Drift(kind, facts.Address.Host, text)));

    private IEnumerable<string> OfCertificate(AddressFacts facts, CertificateFacts certificate)
    {
        var name = $"the certificate of {facts.Address.Authority}";
        if (certificate.NotAfter <= now)
        {
            yield return $"{name} ended on {Day(certificate.NotAfter)}";
        }
        else if (certificate.NotBefore > now)
        {
            yield return $"{name} holds from {Day(certificate.NotBefore)} on only";
        }
        else if (ServedCertificate.EndsSoon(certificate.NotAfter, now))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{name} ends in {(int)(certificate.NotAfter - now).TotalDays} days, on {Day(certificate.NotAfter)}"
            );
        }

        if (!certificate.IsForHost)
        {
            yield return $"{name} is for {(certificate.Names.Count == 0 ? "no name" : string.Join(", ", certificate.Names.Take(5)))}, and not for {facts.Address.Host}";
        }

        foreach (var fault in certificate.Faults)
        {
            yield return $"{name} is not trusted: {fault}";
        }

        if (certificate.Protocol is not ("TLS 1.2" or "TLS 1.3"))
        {
            yield return $"{facts.Address.Authority} speaks {certificate.Protocol}";
        }
    }

    private static IEnumerable<string> OfAnswer(AddressFacts facts, HttpAnswer answer) =>
        answer.Status is >= 200 and < 400 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{facts.Address} answers {answer.Status}")];

    private static IEnumerable<string> OfHeaders(AddressFacts facts, HttpAnswer answer, IReadOnlyList<DeclaredHeader> headers)
    {
        // What nginx adds without "always" comes with these alone.
        if (answer.Status is not ((>= 200 and < 207) or (>= 301 and <= 308)))
        {
            yield break;
        }

        foreach (var header in headers)
        {
            var value = answer.Find(header.Name);
            if (value is null)
            {
                yield return $"{facts.Address} answers without {header.Name}, which {header.Span} adds";
            }
            else if (header.Value is { } declared && !Same(value, declared))
            {
                yield return $"{facts.Address} answers with {header.Name}: {value}, and {header.Span} adds {declared}";
            }
        }
    }

    private static bool Same(string value, string declared) => Plain(value) == Plain(declared);

    private static string Plain(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).TrimEnd(';').ToLowerInvariant();

    private static IEnumerable<string> OfRedirect(AddressFacts facts, HttpAnswer answer)
    {
        if (!Redirects.Contains(answer.Status))
        {
            return [string.Create(CultureInfo.InvariantCulture, $"{facts.Address} answers {answer.Status} instead of leading to https")];
        }

        var location = answer.Find("Location") ?? "";
        return Uri.TryCreate(facts.Address.Uri, location, out var target) && target.Scheme == Uri.UriSchemeHttps
            ? []
            : [$"{facts.Address} leads to {(location.Length > 0 ? location : "no address")} instead of https"];
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
