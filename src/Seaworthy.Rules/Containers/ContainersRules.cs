namespace Seaworthy.Rules.Containers;

/// <summary>The rules of this folder.</summary>
internal static class ContainersRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new CopySourceMissing(),
        new CopyFromStageMissing(),
        new DockerfileMissing(),
        new BuildContextMissing(),
        new BuildCommandFileMissing(),
        new EntrypointMissing(),
        new UnknownStage(),
        new UnknownBuildTarget(),
        new UndeclaredBuildArgument(),
        new VariableWithoutArgument(),
        new ShellSyntaxInCopy(),
        new RunWithoutShell(),
        new BrokenExecForm(),
        new EmptyDockerfile(),
        new DockerfileNeverBuilt(),
        new DockerignoreMissing(),
        new UnpinnedImage(),
        new EndOfLifeImage(),
        new RootUser(),
        new NoHealthCheck(),
        new DevelopmentServer(),
        new DebugEnabled(),
        new InstallAtStart(),
        new BuildFailureMasked(),
        new ScriptNotExecutable(),
        new ScriptWithWindowsLineEndings(),
        new ScriptWithoutInterpreter(),
        new ServedFileMissing(),
        new InstallScriptWithoutTool(),
        new ConfigurationInWrongPlace(),
        new RuntimeVersionRefused(),
        new AccountTaken(),
        new PackageNotInRelease(),
        new StartProgramLeftOut(),
        new ShellWordsWithoutShell(),
        new NginxMayNotWrite(),
        new ImportedModuleMissing(),
        new StartOutsideEnvironment(),
        new BuildToolLeftOut(),
    ];
}
