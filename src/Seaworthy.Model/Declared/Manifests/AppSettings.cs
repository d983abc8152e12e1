using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>appsettings.json or appsettings.&lt;Environment&gt;.json, flattened to the keys the program sees.</summary>
/// <param name="Environment">The environment in the file's name; null for the base file.</param>
public sealed partial record AppSettings(SourceFile File, string? Environment) : Artifact(File)
{
    /// <summary>Keys with <c>:</c> between levels and numbers for array elements. In the environment, <c>__</c> stands for <c>:</c>, and keys are compared without case.</summary>
    public IReadOnlyList<ConfigurationSetting> Settings { get; init; } = [];

    /// <summary>It names a drive of Windows: <c>D:\home</c>.</summary>
    public bool NamesWindowsDrive => DriveOfWindows().IsMatch(File.Text);

    public ConfigurationSetting? Find(string key) =>
        Settings.FirstOrDefault(setting => string.Equals(setting.Key, key, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"[""'][A-Za-z]:(\\|/)")]
    private static partial Regex DriveOfWindows();
}
