using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running.Hosts;

namespace Seaworthy.Deploying.Running;

/// <summary>What is kept of the deployments of one project, on the host that it runs on: everybody who deploys there meets one ledger and one lock. Readable by its owner only.</summary>
public sealed class StateDirectory
{
    private string? key;

    /// <param name="host">Where it lies.</param>
    /// <param name="root">Where the state of all projects lies there.</param>
    /// <param name="project">The project's name.</param>
    public StateDirectory(IHost host, string root, string project)
    {
        ArgumentNullException.ThrowIfNull(host);
        Host = host;
        Path = $"{root}/{project}";
        host.MakeDirectory(ProxyDirectory);
        host.MakeDirectory(BackupDirectory);
    }

    public IHost Host { get; }

    public string Path { get; }

    public string ProxyDirectory => $"{Path}/proxy";

    /// <summary>The certificates of the proxy with their keys.</summary>
    public string CertificateDirectory => $"{ProxyDirectory}/{ProxyConfiguration.CertificateDirectory}";

    /// <summary>What the client of ACME keeps: the key of the account, requests, certificates.</summary>
    public string AcmeDirectory => $"{Path}/acme";

    public string BackupDirectory => $"{Path}/backups";

    public string LedgerPath => $"{Path}/ledger.jsonl";

    public string SocketPath => $"{ProxyDirectory}/{ProxyConfiguration.SocketName}";

    private string PausedPath => $"{Path}/paused";

    private string LockPath => $"{Path}/lock.json";

    private string LayoutPath => $"{ProxyDirectory}/layout.json";

    /// <summary>Held while something is changed, and let go when the process ends, however it ends. Null when another process holds it.</summary>
    public IDisposable? TryHold() => Host.TryHold($"{Path}/busy");

    public string ReadLedger() => Host.Read(LedgerPath) ?? "";

    /// <summary>Appends lines, and returns when they are on the disk.</summary>
    public void Append(string text) => Host.Append(LedgerPath, text);

    /// <summary>Containers that a copy has paused, until it resumes them.</summary>
    public IReadOnlyList<string> Paused
    {
        get => (Host.Read(PausedPath) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count == 0)
            {
                Host.Delete(PausedPath);
            }
            else
            {
                Host.Write(PausedPath, string.Join('\n', value));
            }
        }
    }

    public DeployLock? Lock
    {
        get => Host.Read(LockPath) is { Length: > 0 } text ? JsonSerializer.Deserialize(text, LedgerJson.Default.DeployLock) : null;
        set
        {
            if (value is null)
            {
                Host.Delete(LockPath);
            }
            else
            {
                Host.Write(LockPath, JsonSerializer.Serialize(value, LedgerJson.Default.DeployLock));
            }
        }
    }

    public ProxyLayout? Layout
    {
        get => ReadLayout(LayoutPath);
        set => Host.Write(LayoutPath, JsonSerializer.Serialize(value, LedgerJson.Default.ProxyLayout));
    }

    /// <summary>The shape of the proxy before the deployment that is on its way.</summary>
    public ProxyLayout? LayoutBefore
    {
        get => ReadLayout(LayoutPath + ".before");
        set => Host.Write(LayoutPath + ".before", value is null ? "" : JsonSerializer.Serialize(value, LedgerJson.Default.ProxyLayout));
    }

    public void WriteProxy(string configuration) => Host.Write($"{ProxyDirectory}/{ProxyConfiguration.FileName}", configuration);

    public string Hash(ProxyLayout layout) => Hash(JsonSerializer.Serialize(layout, LedgerJson.Default.ProxyLayout));

    /// <summary>A hash that only who has this directory can compare with a guess: the hashed text holds secrets.</summary>
    public string Hash(string text)
    {
        key ??= Key();
        return Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(key), Encoding.UTF8.GetBytes(text)))[..24];
    }

    private string Key()
    {
        var path = $"{Path}/key";
        if (Host.Read(path) is not { Length: > 0 } found)
        {
            found = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
            Host.Write(path, found);
        }

        return found.Trim();
    }

    private ProxyLayout? ReadLayout(string path) =>
        Host.Read(path) is { Length: > 0 } text ? JsonSerializer.Deserialize(text, LedgerJson.Default.ProxyLayout) : null;
}
