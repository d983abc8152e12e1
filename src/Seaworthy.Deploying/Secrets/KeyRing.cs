namespace Seaworthy.Deploying.Secrets;

/// <summary>The keys that one may use.</summary>
/// <param name="Keys">The first one encrypts where nothing else decides; all decrypt.</param>
/// <param name="Source">Where they come from, for a message.</param>
public sealed record KeyRing(IReadOnlyList<SecretKey> Keys, string Source)
{
    public SecretKey? Find(string id) => Keys.FirstOrDefault(key => key.Id == id);

    /// <summary>The first of several that is here; null when none is.</summary>
    public SecretKey? FindAny(IEnumerable<string> ids) => ids.Select(Find).OfType<SecretKey>().FirstOrDefault();

    /// <param name="text">A key in Base64 on each line; a line that begins with <c>#</c> is a comment.</param>
    /// <param name="source">Where the text comes from.</param>
    /// <exception cref="SecretsException">It holds no key, or something else.</exception>
    public static KeyRing Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<SecretKey> keys = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] != '#')
            {
                keys.Add(
                    SecretKey.Parse(line)
                        ?? throw new SecretsException(
                            $"{source} holds no key: a key is 32 random bytes in Base64, as 'openssl rand -base64 32' prints them"
                        )
                );
            }
        }

        return keys.Count > 0 ? new KeyRing(keys, source) : throw new SecretsException($"{source} is empty: it must hold a key");
    }

    public override string ToString() => $"{Source}: {string.Join(", ", Keys)}";
}
