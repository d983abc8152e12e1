using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A secret in a store of a cloud provider or of Vault, with the JSON that Terraform writes into it.</summary>
/// <param name="Name">The name in the store.</param>
/// <param name="Resource">The name of its resource in Terraform.</param>
/// <param name="Keys">Every key of the JSON.</param>
/// <param name="Value">Where it is written.</param>
/// <param name="IsChangedElsewhere">Terraform writes it once, and leaves it alone after that.</param>
internal sealed record StoredSecret(string Name, string Resource, IReadOnlyList<string> Keys, SourceSpan Value, bool IsChangedElsewhere)
{
    // The versions, with the attribute of the value and the one that names the secret.
    private static readonly Dictionary<string, Holder> Holders = new(StringComparer.Ordinal)
    {
        ["aws_secretsmanager_secret_version"] = new("secret_string", "secret_id"),
        ["google_secret_manager_secret_version"] = new("secret_data", "secret"),
        ["azurerm_key_vault_secret"] = new("value", null),
        ["vault_kv_secret_v2"] = new("data_json", null),
        ["vault_generic_secret"] = new("data_json", null),
    };

    public static IEnumerable<StoredSecret> In(Deployment deployment) =>
        deployment
            .Of<TerraformFile>()
            .Where(file => !file.IsValues)
            .GroupBy(file => file.File.Directory)
            .SelectMany(directory => Of([.. directory.SelectMany(file => file.Body.Of("resource"))]));

    private static IEnumerable<StoredSecret> Of(List<HclBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (
                Holders.TryGetValue(block.Label(0), out var holder)
                && block.Body[holder.Value]
                    is { Value: HclExpression.Call { Function: "jsonencode", Arguments: [HclExpression.Object json] } } attribute
                && KeysOf(json) is { Count: > 0 } keys
                && SecretOf(block, holder, blocks) is { } secret
                && NameOf(secret) is { } name
                // A second version of the same secret may hold anything.
                && blocks.Count(other => other.Label(0) == block.Label(0) && SecretOf(other, holder, blocks) == secret) == 1
            )
            {
                yield return new StoredSecret(name, secret.Label(1), keys, attribute.Span, IsIgnored(block));
            }
        }
    }

    /// <summary>Null when a key is computed.</summary>
    private static IReadOnlyList<string>? KeysOf(HclExpression.Object json)
    {
        var keys = json
            .Items.Select(item =>
                item.Key switch
                {
                    HclExpression.Name name => name.Text,
                    HclExpression.Literal literal => literal.Text,
                    _ => null,
                }
            )
            .ToList();
        return keys.Contains(null) ? null : [.. keys.OfType<string>()];
    }

    private static HclBlock? SecretOf(HclBlock version, Holder holder, List<HclBlock> blocks) =>
        holder.Secret is null ? version
        : version.Body[holder.Secret]?.Value.All.Select(part => part.Path).FirstOrDefault(path => path.Count > 2)
            is [var kind, var name, ..]
            ? blocks.Find(block => block.Label(0) == kind && block.Label(1) == name)
        : null;

    private static string? NameOf(HclBlock secret) =>
        (secret.Body["name"] ?? secret.Body["secret_id"] ?? secret.Body["path"])?.Value
            is HclExpression.Literal { Text: { Length: > 0 } name }
            ? name
            : null;

    private static bool IsIgnored(HclBlock version) =>
        version.Body.Of("lifecycle").Any(lifecycle => lifecycle.Body["ignore_changes"] is not null);

    /// <param name="Value">The attribute with the value.</param>
    /// <param name="Secret">The attribute that names the secret; null for a resource that is the secret itself.</param>
    private sealed record Holder(string Value, string? Secret);
}
