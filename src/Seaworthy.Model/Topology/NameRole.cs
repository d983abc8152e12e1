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
    ExternalVolume,
    ComposeProfile,
    KubernetesPodLabels,
    KubernetesTargetPort,
    KubernetesService,
    KubernetesServicePort,

    /// <summary>The Service by which the pods of a StatefulSet get names of their own.</summary>
    KubernetesGoverningService,
    KubernetesConfigMap,
    KubernetesConfigMapKey,
    KubernetesSecret,
    KubernetesSecretKey,
    KubernetesServiceAccount,
    KubernetesVolumeClaim,
    KubernetesVolume,
    KubernetesScaleTarget,

    /// <summary>The gateway to which a route belongs, of Istio or of the Gateway API.</summary>
    KubernetesGateway,

    /// <summary>A listener of it: <c>sectionName</c>.</summary>
    KubernetesGatewayListener,

    /// <summary>The part of a host that a DestinationRule of Istio names.</summary>
    KubernetesSubset,

    /// <summary>A middleware of Traefik.</summary>
    KubernetesMiddleware,

    /// <summary>The object that a kustomization's patch changes.</summary>
    KubernetesPatchTarget,

    /// <summary>A workload that a kubectl command of a script or pipeline names.</summary>
    CommandedWorkload,

    /// <summary>A container of it that gets another image.</summary>
    CommandedContainer,

    /// <summary>The namespace in which a kubectl command looks for a workload.</summary>
    CommandedNamespace,

    /// <summary>A value that a template of a chart takes.</summary>
    HelmValue,
    WorkflowJob,

    /// <summary>The id in <c>steps.ID</c>.</summary>
    WorkflowStep,

    /// <summary>The output in <c>steps.ID.outputs.NAME</c>.</summary>
    WorkflowStepOutput,

    /// <summary>The property in <c>steps.ID.NAME</c>, where a step has <c>outputs</c>, <c>outcome</c> and <c>conclusion</c> alone.</summary>
    WorkflowStepProperty,

    /// <summary>The job in <c>needs.JOB</c>.</summary>
    WorkflowNeed,

    /// <summary>The output in <c>needs.JOB.outputs.NAME</c>.</summary>
    WorkflowJobOutput,

    /// <summary>The input in <c>inputs.NAME</c>, declared by the workflow itself.</summary>
    WorkflowInput,

    /// <summary>The variable in <c>env.NAME</c>.</summary>
    WorkflowVariable,

    /// <summary>An input or secret that a call gives to a workflow of this repository.</summary>
    CalledWorkflowInput,

    /// <summary>An input that a step gives to an action.</summary>
    ActionInput,

    /// <summary>The axis in <c>matrix.NAME</c>.</summary>
    WorkflowMatrixKey,

    /// <summary>A test target of a build tool.</summary>
    TestTarget,

    /// <summary>A module that a command selects out of a build of many.</summary>
    BuildModule,

    /// <summary>A variable, local, module or resource that a module of Terraform uses.</summary>
    TerraformName,

    /// <summary>An argument that a call gives to a module of Terraform.</summary>
    TerraformArgument,

    /// <summary>A variable without a default that a call must give to a module of Terraform.</summary>
    TerraformInput,

    /// <summary>A parameter, variable, resource, module or function that a template of Bicep uses.</summary>
    BicepName,

    /// <summary>A parameter that a module call, or a file of values, gives to a template of Bicep.</summary>
    BicepArgument,

    /// <summary>A parameter without a default that a call must give to a module of Bicep.</summary>
    BicepInput,

    /// <summary>A secret of a container app that a variable takes.</summary>
    ContainerAppSecret,

    /// <summary>The container of a task that a load balancer leads to.</summary>
    BalancedContainer,

    /// <summary>The port of that container.</summary>
    BalancedPort,
    PackageScript,
    MakeTarget,
    Binary,
    PythonModule,
}
