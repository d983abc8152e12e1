using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>The certificates of the proxy: in files beside its configuration for when it starts, and by its socket while it runs. A key is read from no host.</summary>
public sealed class CertificateStore(StateDirectory state)
{
    private readonly ProxySocket socket = new(() => state.Host.Socket(state.SocketPath));

    /// <summary>There is one for a host.</summary>
    public bool Has(string host) => state.Host.Exists(FileOf(host));

    /// <summary>SHA-256 of the file of a host that has one.</summary>
    public string Sum(string host) => state.Host.Sum(FileOf(host)).Sha256;

    /// <summary>What the running proxy shows clients of a host; null where it does not.</summary>
    public ServedCertificate? Served(string host) =>
        socket.Ask(ProxyCommands.ShowCertificate(host)) is { } answer ? ServedCertificate.Read(answer) : null;

    /// <summary>What it shows clients of each host, where it does.</summary>
    public IReadOnlyDictionary<string, ServedCertificate> Served(IEnumerable<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        Dictionary<string, ServedCertificate> served = new(StringComparer.Ordinal);
        foreach (var host in hosts)
        {
            if (Served(host) is { } certificate)
            {
                served[host] = certificate;
            }
        }

        return served;
    }

    /// <summary>Of those that are given, the ones that are not yet in their files, or not shown by a proxy that runs.</summary>
    /// <param name="given">By host.</param>
    public IReadOnlyList<CertificateChange> Due(IReadOnlyDictionary<string, CertificatePair> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return
        [
            .. given
                .Where(each => !IsThere(each.Key, each.Value))
                .OrderBy(each => each.Key, StringComparer.Ordinal)
                .Select(each => new CertificateChange(each.Key, each.Value.Name, each.Value.NotAfter)),
        ];
    }

    /// <summary>Gives a host its certificate. No connection is closed, and what the proxy does not take is in no file.</summary>
    /// <exception cref="DeployFailedException">The proxy refuses it.</exception>
    public void Put(string host, CertificatePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (Served(host) is null)
        {
            // It reads the file when it starts.
            Write(host, pair);
            return;
        }

        // What the proxy answers to a key that is handed over is repeated nowhere.
        socket.Ask(ProxyCommands.AbortCertificate(host));
        if (
            !Answers(ProxyCommands.SetCertificate(host, pair.Text), "Transaction created")
            || !Answers(ProxyCommands.CommitCertificate(host), "Success!")
        )
        {
            socket.Ask(ProxyCommands.AbortCertificate(host));
            throw new DeployFailedException($"the proxy refuses the certificate '{pair.Name}' for {host}");
        }

        Write(host, pair);
    }

    /// <summary>Writes down which certificate is shown for which host.</summary>
    public void WriteList(ProxyLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        if (layout.CertifiedHosts.Count > 0)
        {
            state.Host.MakeDirectory(state.CertificateDirectory);
            state.Host.Write($"{state.CertificateDirectory}/{ProxyConfiguration.CertificateList}", ProxyConfiguration.Certificates(layout));
        }
    }

    /// <summary>Keys of hosts that are declared no more are deleted.</summary>
    /// <param name="kept">The hosts that are.</param>
    public void Forget(IReadOnlyList<string> kept)
    {
        if (!state.Host.Exists(state.CertificateDirectory))
        {
            return;
        }

        HashSet<string> names = [ProxyConfiguration.CertificateList, .. kept.Select(ProxyConfiguration.CertificateName)];
        foreach (var name in state.Host.List(state.CertificateDirectory).Where(name => !names.Contains(name)))
        {
            state.Host.Delete($"{state.CertificateDirectory}/{name}");
        }
    }

    private bool IsThere(string host, CertificatePair pair) =>
        Has(host) && Sum(host) == pair.Sum && (Served(host) is not { } served || served.Thumbprint == pair.Thumbprint);

    private bool Answers(string command, string text) => socket.Ask(command)?.Contains(text, StringComparison.Ordinal) == true;

    private void Write(string host, CertificatePair pair)
    {
        state.Host.MakeDirectory(state.CertificateDirectory);
        state.Host.Write(FileOf(host), pair.Text);
    }

    private string FileOf(string host) => $"{state.CertificateDirectory}/{ProxyConfiguration.CertificateName(host)}";
}
