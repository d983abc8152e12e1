namespace Seaworthy.Rules.Orchestration;

/// <summary>The rules of this folder.</summary>
internal static class OrchestrationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. KubernetesRules.All,
        new UndeclaredName(),
        new UndefinedDependency(),
        new DependencyBehindProfile(),
        new ExternalNetworkNotCreated(),
        new CommandNamesUnknownService(),
        new BindSourceMissing(),
        new EnvFileMissing(),
        new SecretFileMissing(),
        new ComposeFileMissing(),
        new HealthyDependencyWithoutCheck(),
        new DependencyNotAwaited(),
        new ServiceWithoutImage(),
        new OverrideUsedAlone(),
        new DroppedCommand(),
        new DataStoreWithoutVolume(),
        new ImageVariableMissing(),
        new StoreSignInRefused(),
        new InitScriptRepeatsDatabase(),
        new UndefinedVariable(),
        new NoRestartPolicy(),
        new NoResourceLimits(),
        new ContainerNameTaken(),
        new ObsoleteVersion(),
        new NoCommonNetwork(),
        new MountMissesWorkingDirectory(),
        new MountHidesPackages(),
        new PatchMatchesNothing(),
        new KustomizationFileOutside(),
        new QueueWithoutWorker(),
        new SchedulerWithoutWorker(),
        new DeliveredPathMissing(),
        new VolumeDeviceMissing(),
        new EmptyListClearsNothing(),
        new QuotesInValue(),
        new DataVolumeShared(),
        new VariableOfAnotherImage(),
        new OptionRemoved(),
        new CommandBehindEntryPoint(),
        new QueueNotListened(),
    ];
}
