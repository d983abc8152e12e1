namespace Seaworthy.Rules.Platforms;

/// <summary>The rules of this folder.</summary>
internal static class PlatformsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new PlatformFileMissing(),
        new AssignedPortIgnored(),
        new VariableNotReplaced(),
        new VercelRoutesHideFiles(),
        new ServiceDeclaredTwice(),
        new TerraformPathMissing(),
        new TerraformNameUndeclared(),
        new BalancedPortUndefined(),
        new TerraformDeclaredTwice(),
        new RemovedSecretReference(),
        new CronPathNotServed(),
        new TerraformOutputUndefined(),
        new ReservedLambdaVariable(),
        new SecurityGroupNotAttached(),
        new TerraformResetsImage(),
        new RegistryHostTwice(),
        new VpcWithoutDnsHostnames(),
        new TerraformArgumentRemoved(),
        new SmtpPortBlocked(),
        new DatabaseOutsideVpc(),
        new VercelBuildSettingsIgnored(),
        new BicepPathMissing(),
        new BicepNameUndeclared(),
        new TagUsedAsRevision(),
        new LiteralNetworkId(),
        new HostUsedAsUrl(),
        new RandomValueForSetting(),
        new NixpacksRuntimeDropped(),
        new PrefixStrippedByIngress(),
        new SandboxPathMissing(),
        new UnitProgramMissing(),
        new TerraformValueRefused(),
    ];
}
