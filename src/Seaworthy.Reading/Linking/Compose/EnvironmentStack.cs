using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Settings;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Files that are loaded together because the <c>.env</c> of a directory, or an environment of the configuration, says so.</summary>
internal sealed record EnvironmentStack(string Directory, IReadOnlyList<ComposeFile> Files)
{
    /// <summary>Why more may be loaded; null when these are all.</summary>
    public string? PartialBecause { get; init; }

    /// <summary>The environment of the configuration that is made of them; null for what <c>.env</c> says.</summary>
    public DeclaredEnvironment? Declared { get; init; }
}
