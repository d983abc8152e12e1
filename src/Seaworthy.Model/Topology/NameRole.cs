namespace Seaworthy.Model.Topology;

/// <summary>What a name refers to.</summary>
public enum NameRole
{
    DockerStage,
    BuildTarget,
    BuildArgument,

    /// <summary>An ARG or ENV that an instruction of a stage uses.</summary>
    DockerVariable,

    /// <summary>An ARG that a FROM line uses.</summary>
    BaseImageArgument,
    ComposeService,

    /// <summary>A service that a compose command of a script or pipeline names.</summary>
    ComposeCommandService,
    ComposeVolume,
    ComposeNetwork,
    ComposeSecret,
    ComposeConfig,
    ExternalNetwork,
    ComposeProfile,
    KubernetesPodLabels,
    KubernetesTargetPort,
    KubernetesService,
    KubernetesServicePort,
    KubernetesConfigMap,
    KubernetesConfigMapKey,
    KubernetesSecret,
    KubernetesSecretKey,
    KubernetesServiceAccount,
    KubernetesVolumeClaim,
    KubernetesVolume,
    KubernetesScaleTarget,

    /// <summary>The object that a kustomization's patch changes.</summary>
    KubernetesPatchTarget,
    WorkflowJob,
    WorkflowStep,
    WorkflowStepOutput,
    WorkflowInput,
    PackageScript,
    MakeTarget,
    Binary,
    PythonModule,
}
