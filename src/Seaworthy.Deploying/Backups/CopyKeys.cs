using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Backups;

/// <summary>The keys for copies of stores.</summary>
/// <param name="Sealing">Encrypts new ones; null leaves them as they are.</param>
/// <param name="Opening">Open those that were made before.</param>
public sealed record CopyKeys(SecretKey? Sealing, KeyRing Opening)
{
    public static CopyKeys None { get; } = new(null, new KeyRing([], "no key"));
}
