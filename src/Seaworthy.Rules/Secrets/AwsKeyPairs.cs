using Seaworthy.Model.Declared.Secrets;

namespace Seaworthy.Rules.Secrets;

/// <summary>Matches AWS access key IDs, which are public names, with the secret keys beside them.</summary>
/// <remarks>Source: AWS, "Manage access keys for IAM users".</remarks>
internal sealed class AwsKeyPairs
{
    private const string Id = "AWS access key";
    private const string TemporaryId = "AWS temporary access key";

    /// <summary>The ID of a key, not the key.</summary>
    public static bool IsId(WrittenSecret secret) => secret.Kind is Id or TemporaryId;

    /// <summary>The ID of a session of at most 36 hours.</summary>
    /// <remarks>Source: AWS, "Temporary security credentials in IAM"; "GetSessionToken".</remarks>
    public static bool IsTemporary(WrittenSecret secret) => secret.Kind == TemporaryId;

    // Terraform providers call it secret_key, right below access_key.
    private const int Beside = 2;

    // All have the same length: a shorter value is a placeholder.
    private const int SecretLength = 40;

    private readonly Dictionary<string, string> idOfSecret = new(StringComparer.Ordinal);

    public AwsKeyPairs(IEnumerable<PlacedSecret> placed)
    {
        foreach (var file in placed.Select(one => one.File).Distinct())
        {
            if (file.Secrets.FirstOrDefault(IsId) is { } id)
            {
                foreach (var half in file.Secrets.Where(secret => IsSecretHalf(secret, id)))
                {
                    idOfSecret.TryAdd(half.Digest, id.Digest);
                }
            }
        }
    }

    /// <summary>The digest of the ID that a secret belongs to, or its own.</summary>
    public string IdOf(WrittenSecret secret) => idOfSecret.GetValueOrDefault(secret.Digest, secret.Digest);

    /// <summary>Its ID is in the same file.</summary>
    public bool IsHalf(WrittenSecret secret) => idOfSecret.ContainsKey(secret.Digest);

    private static bool IsSecretHalf(WrittenSecret secret, WrittenSecret id) =>
        secret.Name is { } name
        && secret.Span.Length >= SecretLength
        && name.Contains("secret", StringComparison.OrdinalIgnoreCase)
        && (
            name.Contains("aws", StringComparison.OrdinalIgnoreCase)
            || name.Contains("access", StringComparison.OrdinalIgnoreCase)
            || Math.Abs(secret.Span.StartLine - id.Span.StartLine) <= Beside
        );
}
