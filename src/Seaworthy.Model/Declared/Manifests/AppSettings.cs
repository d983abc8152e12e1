using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>appsettings.json or appsettings.&lt;Environment&gt;.json, flattened to the keys the program sees.</summary>
/// <param name="Environment">The environment in the file's name; null for the base file.</param>
public sealed record AppSettings(SourceFile File, string? Environment) : Artifact(File)
{
    /// <summary>Keys with <c>:</c> between levels and numbers for array elements. In the environment, <c>__</c> stands for <c>:</c>, and keys are compared without case.</summary>
    public IReadOnlyList<ConfigurationSetting> Settings { get; init; } = [];

    public ConfigurationSetting? Find(string key) =>
        Settings.FirstOrDefault(setting => string.Equals(setting.Key, key, StringComparison.OrdinalIgnoreCase));
}
