namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>Every recogniser of a family of commands.</summary>
internal static class CommandRecognisers
{
    public static IReadOnlyList<Func<CommandLine, KnownCommand?>> All { get; } =
    [
        DockerBuildCommand.Of,
        DockerRunCommand.Of,
        DockerExecCommand.Of,
        ImageCommand.Of,
        DockerCommand.Of,
        ComposeCommand.Of,
        KubectlCommand.Of,
        HelmCommand.Of,
        PackageScriptCommand.Of,
        PackageInstallCommand.Of,
        ManifestInstallCommand.Of,
        ProgramCommand.Of,
        BuildCommand.Of,
        TestRunCommand.Of,
        HttpProbeCommand.Of,
        PortProbeCommand.Of,
        DatabaseCommand.Of,
        MigrationCommand.Of,
        SourceCommand.Of,
        FileCommand.Of,
        FileTestCommand.Of,
        RemoteCommand.Of,
        PlatformCommand.Of,
        TaskCommand.Of,
    ];
}
