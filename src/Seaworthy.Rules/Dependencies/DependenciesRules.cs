namespace Seaworthy.Rules.Dependencies;

/// <summary>The rules of this folder.</summary>
internal static class DependenciesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new SourceWithoutManifest(),
        new UndeclaredImport(),
        new ImportNotInstalled(),
        new ProgramNotInstalled(),
        new OwnModuleMissing(),
        new PathAliasNotRewritten(),
        new ToolCommandRemoved(),
        new DependencyGroupUnknown(),
        new DriverOfAnotherStore(),
        new DriverOfAnotherEngine(),
        new IncompatibleRelease(),
        new FlywayModuleMissing(),
        new LockOutOfDate(),
        new MinifierNotInstalled(),
        new DatabaseDriverMissing(),
        new PackageBrokenByRuntime(),
        new LocalPackageFromRegistry(),
        new PathDependencyMissing(),
        new PluginOfAnotherMajor(),
        new ReleaseWithKnownExploit(),
    ];
}
