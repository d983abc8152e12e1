namespace Seaworthy.Rules.Orchestration;

/// <summary>The rules of this folder that ask about Kubernetes objects.</summary>
internal static class KubernetesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ServiceSelectsNoPod(),
        new ServiceSelectsOtherPods(),
        new DeploymentWithoutService(),
        new TargetPortUndefined(),
        new IngressBackendUndefined(),
        new ConfigKeyUndefined(),
        new PodReferenceUndefined(),
        new ScaleTargetUndefined(),
        new SelectorMissesOwnPods(),
        new VariableUsedBeforeDeclared(),
        new SecretDataNotBase64(),
        new RemovedApiVersion(),
        new AutoscalerWithoutRequests(),
        new DuplicateObject(),
        new UserOfPodDiffers(),
        new ContainerWithoutLimits(),
        new ServedPodWithoutProbe(),
        new SingleReplicaInProduction(),
        new WorkloadInTwoNamespaces(),
        new IngressHostPlaceholder(),
        new IngressClassDiffers(),
        new RewriteDropsPath(),
        new PatternAsPlainPath(),
        new KustomizationPathMissing(),
        new ChartValueUndefined(),
        new ChartTemplateFails(),
        new ChartWithoutTemplates(),
        new PermissionNotGranted(),
    ];
}
