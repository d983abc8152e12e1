using Seaworthy.Reading.Readers.Manifests.Composer;
using Seaworthy.Reading.Readers.Manifests.Dart;
using Seaworthy.Reading.Readers.Manifests.DotNet;
using Seaworthy.Reading.Readers.Manifests.Elixir;
using Seaworthy.Reading.Readers.Manifests.Go;
using Seaworthy.Reading.Readers.Manifests.Java;
using Seaworthy.Reading.Readers.Manifests.LockFiles;
using Seaworthy.Reading.Readers.Manifests.Npm;
using Seaworthy.Reading.Readers.Manifests.Python;
using Seaworthy.Reading.Readers.Manifests.Ruby;
using Seaworthy.Reading.Readers.Manifests.RuntimeVersions;
using Seaworthy.Reading.Readers.Manifests.Rust;

namespace Seaworthy.Reading.Readers.Manifests;

/// <summary>The readers of package manifests and project files.</summary>
internal static class ManifestsReaders
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new PackageJsonReader(),
        new PnpmWorkspaceReader(),
        new NpmSettingsReader(),
        new TurboJsonReader(),
        new TsConfigReader(),
        new NestConfigReader(),
        new PyProjectReader(),
        new RequirementsReader(),
        new PipfileReader(),
        new SetupConfigReader(),
        new SetupScriptReader(),
        new CargoManifestReader(),
        new GoModuleReader(),
        new GoWorkspaceReader(),
        new DotNetProjectReader(),
        new DotNetSolutionReader(),
        new LaunchSettingsReader(),
        new AppSettingsReader(),
        new ComposerJsonReader(),
        new ComposerLockReader(),
        new GemfileReader(),
        new MixProjectReader(),
        new PubspecReader(),
        new MavenProjectReader(),
        new GradleBuildReader(),
        new GradleScriptReader(),
        new RuntimeVersionReader(),
        new LockFileReader(),
    ];
}
