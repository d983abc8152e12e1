using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A resource that Terraform or Bicep makes, with its variables filled in as far as the tree says.</summary>
/// <param name="Type"><c>aws_db_instance</c>, <c>Microsoft.Sql/servers</c>.</param>
/// <param name="Name">By which its configuration knows it.</param>
/// <param name="Span">Where its configuration declares it; one declaration may make several.</param>
/// <param name="Settings">Every attribute, those of blocks below their path.</param>
public sealed record CloudResource(string Type, string Name, SourceSpan Span, IReadOnlyList<CloudSetting> Settings)
{
    /// <summary>Declared in Bicep; else in Terraform.</summary>
    public bool IsOfBicep => Type.Contains('/', StringComparison.Ordinal);

    /// <summary><c>aws_db_instance.main</c>; in Bicep its symbol.</summary>
    public string Address => IsOfBicep ? Name : $"{Type}.{Name}";

    /// <summary>The environment for which its configuration is applied, as far as a variable or the path says.</summary>
    public TargetEnvironment Environment { get; init; }

    /// <summary>Why it may have settings that are not listed; null when the list is whole.</summary>
    public string? MoreBecause { get; init; }

    /// <summary>The setting at a path such as <c>settings.backup_configuration.enabled</c>; null when it is not set.</summary>
    public CloudSetting? this[string path] => Settings.FirstOrDefault(setting => setting.Path == path);
}
