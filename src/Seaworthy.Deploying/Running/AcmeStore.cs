using System.Text.Json;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>Certificates that are ordered: who orders them, what stands in for them, and the order itself. The key of a certificate is made here and goes to the proxy; neither the client of ACME nor its directory gets it.</summary>
public sealed class AcmeStore(DockerEngine engine, StateDirectory state)
{
    private readonly CertificateStore certificates = new(state);

    public AcmeRecord Record =>
        state.Host.Read(RecordPath) is { Length: > 0 } text
            ? JsonSerializer.Deserialize(text, LedgerJson.Default.AcmeRecord) ?? new()
            : new();

    // Not in the directory of the client, which writes there.
    private string RecordPath => $"{state.Path}/acme.json";

    /// <summary>Whether a host has nothing that clients trust: no file, or one that stands in for it.</summary>
    public bool Lacks(string host) => !certificates.Has(host) || IsPlaceholder(Record, host);

    /// <summary>What is to be ordered for the hosts of a project; null where nothing is ordered at all.</summary>
    /// <param name="project">Its services say by whom.</param>
    /// <param name="layout">The hosts.</param>
    /// <param name="given">Hosts that are given a certificate now.</param>
    /// <param name="renewal">So long before its end a certificate is ordered anew.</param>
    public AcmeOrder? Order(ProjectDefinition project, ProxyLayout layout, IEnumerable<string> given, TimeSpan renewal)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(layout);
        if (project.Services.Select(service => service.Domain?.Acme).OfType<AcmeAccount>().FirstOrDefault() is not { } account)
        {
            return null;
        }

        var record = Record;
        // What a server for trials signed is no certificate for another one.
        var isElsewhere = record.Account is { } before && before.Directory != account.Directory;
        var open = layout.OrderedHosts.Except(given).ToList();
        var lacking = open.Where(host => isElsewhere || !certificates.Has(host) || IsPlaceholder(record, host)).ToList();
        return new AcmeOrder(account, lacking) { Renewed = Ending(open.Except(lacking), renewal), IsOther = record.Account != account };
    }

    /// <summary>Hosts whose certificate the proxy shows, and which ends soon.</summary>
    public IReadOnlyList<string> Ending(IEnumerable<string> hosts, TimeSpan renewal)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        return [.. hosts.Where(host => certificates.Served(host) is { } served && served.NotAfter < DateTimeOffset.UtcNow + renewal)];
    }

    /// <summary>Puts a certificate that nobody trusts where there is none, so that the proxy can start. It is noted first: what a crash leaves is known for what it is.</summary>
    public void StandIn(ProxyLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var lacking = layout.OrderedHosts.Where(host => !certificates.Has(host)).ToDictionary(host => host, Placeholder);
        if (lacking.Count == 0)
        {
            return;
        }

        var record = Record;
        Dictionary<string, string> noted = new(record.Placeholders, StringComparer.Ordinal);
        foreach (var (host, pair) in lacking)
        {
            noted[host] = pair.Sum;
        }

        Write(record with { Placeholders = noted });
        foreach (var (host, pair) in lacking)
        {
            certificates.Put(host, pair);
        }
    }

    /// <summary>Notes by whom certificates are ordered from here on.</summary>
    public void Keep(AcmeAccount account)
    {
        var record = Record;
        Write(
            record with
            {
                Account = account,
                Placeholders = record
                    .Placeholders.Where(each => IsPlaceholder(record, each.Key))
                    .ToDictionary(each => each.Key, each => each.Value),
            }
        );
    }

    /// <summary>Pulls the image of the client where it is not there yet.</summary>
    public void Bring(string image)
    {
        if (engine.FindImage(image) is null)
        {
            engine.Do(DockerCommands.Pull(image));
        }
    }

    /// <summary>Orders a certificate and gives it to the proxy, which answers the server meanwhile. Until when it lasts.</summary>
    /// <exception cref="DeployFailedException">It is not issued, or cannot be used; the host keeps what it has.</exception>
    public DateTimeOffset Issue(AcmeAccount account, string image, string host)
    {
        var project = state.Layout?.Project ?? throw new DeployFailedException("there is no proxy that could answer for " + host);
        var request = SigningRequest.Of(host);
        state.Host.MakeDirectory(state.AcmeDirectory);
        state.Host.Write($"{state.AcmeDirectory}/{AcmeClient.RequestName(host)}", request.Text);
        var answer = $"{state.AcmeDirectory}/{AcmeClient.CertificateName(host)}";
        // What an earlier order left must not pass for the answer to this one.
        if (state.Host.Exists(answer))
        {
            state.Host.Delete(answer);
        }

        Bring(image);
        engine.Runner.Run(DockerCommands.Remove(AcmeClient.Container(project)));
        var result = engine.Runner.Run(AcmeClient.Order(project, image, state.AcmeDirectory, state.Host.Owner, account, host));
        if (!result.IsDone || state.Host.Read(answer) is not { Length: > 0 } issued)
        {
            engine.Runner.Run(DockerCommands.Remove(AcmeClient.Container(project)));
            throw new DeployFailedException(AcmeComplaint.Of(account, host, result.Output + result.Error));
        }

        var read = CertificateReading.Read(
            [new PemFile(account.Server, issued)],
            [new PemFile("the new key", request.Key)],
            DateTimeOffset.UtcNow
        );
        if (read.Faults is [var fault, ..])
        {
            throw new DeployFailedException($"the certificate that was issued for {host} cannot be used: {fault}");
        }

        var pair =
            read.For([host]).GetValueOrDefault(host)
            ?? throw new DeployFailedException($"the certificate that {account.Server} issued is not for {host}");
        certificates.Put(host, pair);
        return pair.NotAfter;
    }

    private static CertificatePair Placeholder(string host) => SigningRequest.Placeholder(host, DateTimeOffset.UtcNow);

    private bool IsPlaceholder(AcmeRecord record, string host) =>
        record.Placeholders.TryGetValue(host, out var sum) && certificates.Has(host) && certificates.Sum(host) == sum;

    private void Write(AcmeRecord record) => state.Host.Write(RecordPath, JsonSerializer.Serialize(record, LedgerJson.Default.AcmeRecord));
}
