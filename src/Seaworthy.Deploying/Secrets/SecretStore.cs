using System.Globalization;
using System.Security.Cryptography;

namespace Seaworthy.Deploying.Secrets;

/// <summary>An opened secrets file. A change gives a new store, and the old one stays as it was.</summary>
/// <remarks>Values are sealed with a data key of the file, and the data key for each accepted key: that is the overlap of a rotation.</remarks>
public sealed class SecretStore
{
    private readonly byte[] dataKey;

    private SecretStore(SecretsDocument document, byte[] dataKey)
    {
        Document = document;
        this.dataKey = dataKey;
    }

    public SecretsDocument Document { get; }

    public IEnumerable<string> Names => Document.Secrets.Keys.Order(StringComparer.Ordinal);

    /// <summary>A rotation has begun, and its end was not declared.</summary>
    public bool IsRotating => Document.Keys.Count > 1;

    /// <summary>A store without a secret.</summary>
    public static SecretStore Create(string environment, SecretKey key, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(key);
        var dataKey = RandomNumberGenerator.GetBytes(SecretKey.Length);
        return new SecretStore(new SecretsDocument { Environment = environment, Keys = [Accept(dataKey, key, environment, at)] }, dataKey);
    }

    /// <exception cref="SecretsException">The file is of another environment or format, its key is not here, or it was changed.</exception>
    public static SecretStore Open(SecretsDocument document, string environment, KeyRing ring)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(ring);
        if (document.Format != SecretsDocument.CurrentFormat)
        {
            throw new SecretsException($"its format {document.Format} is not known to this version of Seaworthy: update it");
        }

        if (document.Environment != environment)
        {
            throw new SecretsException(
                $"it holds secrets of {Place(document.Environment)}, not of {Place(environment)}: it was renamed or copied"
            );
        }

        var ids = document.Keys.Select(key => key.Id);
        var key = ring.FindAny(ids) ?? throw new SecretsException(KeyAbsent(ids, ring));
        var accepted = document.Keys.First(each => each.Id == key.Id);
        var dataKey = Sealing.Open(Wrapping(key), accepted.Sealed, KeyPlace(environment, accepted.Id, accepted.Since));
        return dataKey is { Length: SecretKey.Length }
            ? new SecretStore(document, dataKey)
            : throw new SecretsException($"its key {key.Id} does not open it: the file was changed by something else");
    }

    /// <summary>Null when there is no such secret.</summary>
    /// <exception cref="SecretsException">The entry was changed, or belongs to another name.</exception>
    public byte[]? Find(string name)
    {
        if (Document.Secrets.GetValueOrDefault(name) is not { } entry)
        {
            return null;
        }

        return Sealing.Open(dataKey, entry.Sealed, ValuePlace(Document.Environment, name, entry.At))
            ?? throw new SecretsException($"the entry {name} was changed by something else, or moved from another name: set it again");
    }

    public SecretStore With(string name, ReadOnlySpan<byte> value, DateTimeOffset at)
    {
        var changed = Copy();
        changed[name] = new SecretEntry(at, Sealing.Seal(dataKey, value, ValuePlace(Document.Environment, name, at)));
        return new SecretStore(Document with { Secrets = changed }, dataKey);
    }

    public SecretStore Without(string name)
    {
        var changed = Copy();
        changed.Remove(name);
        return new SecretStore(Document with { Secrets = changed }, dataKey);
    }

    /// <summary>The same secrets under a new data key, for a new key and the one so far.</summary>
    public SecretStore Rotate(SecretKey next, SecretKey current, DateTimeOffset at) => Sealed([next, current], at);

    /// <summary>The same secrets under a new data key, for the newest key alone.</summary>
    public SecretStore Finish(SecretKey current, DateTimeOffset at) => Sealed([current], at);

    private SecretStore Sealed(IReadOnlyList<SecretKey> keys, DateTimeOffset at)
    {
        var environment = Document.Environment;
        var fresh = RandomNumberGenerator.GetBytes(SecretKey.Length);
        SortedDictionary<string, SecretEntry> secrets = new(StringComparer.Ordinal);
        foreach (var (name, entry) in Document.Secrets)
        {
            secrets[name] = entry with { Sealed = Sealing.Seal(fresh, Find(name), ValuePlace(environment, name, entry.At)) };
        }

        return new SecretStore(
            Document with
            {
                Keys = [.. keys.Select(key => Accept(fresh, key, environment, at))],
                Secrets = secrets,
            },
            fresh
        );
    }

    private SortedDictionary<string, SecretEntry> Copy() => new(Document.Secrets.ToDictionary(), StringComparer.Ordinal);

    private static AcceptedKey Accept(byte[] dataKey, SecretKey key, string environment, DateTimeOffset at) =>
        new(key.Id, at, Sealing.Seal(Wrapping(key), dataKey, KeyPlace(environment, key.Id, at)));

    private static byte[] Wrapping(SecretKey key) => key.Derive("secrets", []);

    // No part of a place holds a line break: two places are never one text.
    private static string KeyPlace(string environment, string id, DateTimeOffset at) => $"key\n{environment}\n{id}\n{Text(at)}";

    private static string ValuePlace(string environment, string name, DateTimeOffset at) => $"value\n{environment}\n{name}\n{Text(at)}";

    private static string Text(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private static string Place(string environment) =>
        environment.Length == 0 ? "no named environment" : $"the environment '{environment}'";

    private static string KeyAbsent(IEnumerable<string> ids, KeyRing ring) =>
        $"it needs the key {string.Join(" or ", ids)}, and {ring.Source} has {(ring.Keys.Count == 0 ? "none" : "another")}: give it with --key-file, SEAWORTHY_SECRETS_KEY or --key-command";
}
