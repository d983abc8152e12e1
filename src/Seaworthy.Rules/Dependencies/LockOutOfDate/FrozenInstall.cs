using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Rules.Dependencies;

/// <summary>An installation that takes a lock file as it stands: <c>npm ci</c>, <c>pnpm install --frozen-lockfile</c>, <c>composer install</c>, <c>poetry install</c>.</summary>
/// <param name="Subject">Who runs it: an image, a script, a job.</param>
/// <param name="Tool">The command as a person would say it.</param>
/// <param name="Manifest">What the image or the directory holds when it runs.</param>
internal sealed record FrozenInstall(string Subject, string Tool, ShellCommand Command, Manifest Manifest, LockFile Lock)
{
    /// <summary>What the manifest asks for, and the lock file knows nothing of.</summary>
    public IReadOnlyList<Dependency> Unlocked { get; init; } = [];

    /// <summary>What the lock file records in another range, for tools that compare the text of ranges.</summary>
    public IReadOnlyList<Dependency> Changed { get; init; } = [];

    /// <summary>What the lock file records and the manifest no longer asks for, for tools that mind.</summary>
    public IReadOnlyList<Dependency> Left { get; init; } = [];
}
