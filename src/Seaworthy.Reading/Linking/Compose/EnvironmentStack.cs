using Seaworthy.Model.Declared.Compose;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Files that a command in a directory loads because the <c>.env</c> there says so.</summary>
internal sealed record EnvironmentStack(string Directory, IReadOnlyList<ComposeFile> Files)
{
    /// <summary>Why more may be loaded; null when these are all.</summary>
    public string? PartialBecause { get; init; }
}
