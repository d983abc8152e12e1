namespace Seaworthy.Deploying.Certificates;

/// <summary>What the one who deploys gives for TLS.</summary>
/// <param name="Pairs">Those that can be used.</param>
/// <param name="Faults">Why others cannot: each a sentence.</param>
public sealed record GivenCertificates(IReadOnlyList<CertificatePair> Pairs, IReadOnlyList<string> Faults)
{
    public static GivenCertificates None { get; } = new([], []);

    /// <summary>What is worth knowing, and stops nothing.</summary>
    public IEnumerable<string> Notes =>
        Pairs
            .Where(pair => pair.AbsentIssuer is not null)
            .Select(pair =>
                $"'{pair.Name}' holds no issuer: clients that do not know '{pair.AbsentIssuer}' refuse it, so give the file with the whole chain"
            );

    /// <summary>For each host the certificate that names it best: by its own name before a wildcard, the longer one first.</summary>
    public IReadOnlyDictionary<string, CertificatePair> For(IEnumerable<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        Dictionary<string, CertificatePair> chosen = new(StringComparer.Ordinal);
        foreach (var host in hosts)
        {
            var best = Pairs
                .Where(pair => pair.Covers(host))
                .OrderByDescending(pair => pair.Names(host))
                .ThenByDescending(pair => pair.NotAfter)
                .FirstOrDefault();
            if (best is not null)
            {
                chosen[host] = best;
            }
        }

        return chosen;
    }

    /// <summary>Certificates that are for none of the hosts: each a sentence.</summary>
    public IEnumerable<string> Strangers(IReadOnlyList<string> hosts) =>
        Pairs
            .Where(pair => !hosts.Any(pair.Covers))
            .Select(pair =>
                hosts.Count == 0
                    ? $"'{pair.Name}' is for nothing: no service has the label seaworthy.domain"
                    : $"'{pair.Name}' is for {string.Join(", ", pair.Hosts)}, and not for {string.Join(" or ", hosts)}"
            );
}
