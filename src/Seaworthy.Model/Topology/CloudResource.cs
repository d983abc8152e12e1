using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Model.Topology;

/// <summary>A resource that Terraform makes, with its variables filled in as far as the tree says.</summary>
/// <param name="Block">As its configuration declares it; one block may make several.</param>
/// <param name="Settings">Every attribute, those of blocks below their path.</param>
public sealed record CloudResource(HclBlock Block, IReadOnlyList<CloudSetting> Settings)
{
    /// <summary><c>aws_db_instance</c>.</summary>
    public string Type => Block.Label(0);

    /// <summary><c>aws_db_instance.main</c>.</summary>
    public string Address => $"{Block.Label(0)}.{Block.Label(1)}";

    /// <summary>The environment for which its configuration is applied, as far as a variable or the path says.</summary>
    public TargetEnvironment Environment { get; init; }

    /// <summary>Why it may have settings that are not listed; null when the list is whole.</summary>
    public string? MoreBecause { get; init; }

    /// <summary>The setting at a path such as <c>settings.backup_configuration.enabled</c>; null when it is not set.</summary>
    public CloudSetting? this[string path] => Settings.FirstOrDefault(setting => setting.Path == path);
}
