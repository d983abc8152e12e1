using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>turbo.json: what a task of a package waits for, and the files of the root that belong to every package.</summary>
/// <remarks>Source: Turborepo documentation, "Configuring turbo.json".</remarks>
public sealed record TurboJson(SourceFile File) : Artifact(File)
{
    /// <summary>The tasks that come first, under the task that waits for them: <c>^build</c> means that of all packages that it depends upon.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> DependsOn { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Patterns of files at the root on which everything depends.</summary>
    public IReadOnlyList<Fact<string>> GlobalDependencies { get; init; } = [];
}
