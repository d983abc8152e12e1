using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Rules.Dependencies;

/// <summary>An installation that does not change the lock file: <c>npm ci</c>, <c>pnpm install --frozen-lockfile</c>, <c>composer install</c>, <c>poetry install</c>.</summary>
/// <param name="Subject">The image, script or job that runs it.</param>
/// <param name="Tool">The command, in short.</param>
/// <param name="Manifest">The manifest in the image or directory when it runs.</param>
internal sealed record FrozenInstall(string Subject, string Tool, ShellCommand Command, Manifest Manifest, LockFile Lock)
{
    /// <summary>Dependencies of the manifest that the lock file lacks.</summary>
    public IReadOnlyList<Dependency> Unlocked { get; init; } = [];

    /// <summary>Dependencies with another range in the lock file, for tools that compare ranges as text.</summary>
    public IReadOnlyList<Dependency> Changed { get; init; } = [];

    /// <summary>Dependencies of the lock file that the manifest no longer has, for tools that reject those.</summary>
    public IReadOnlyList<Dependency> Left { get; init; } = [];
}
