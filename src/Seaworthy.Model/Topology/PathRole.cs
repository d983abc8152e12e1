namespace Seaworthy.Model.Topology;

/// <summary>What a path is to the statement that names it.</summary>
public enum PathRole
{
    /// <summary>COPY or ADD from the build context.</summary>
    CopySource,

    /// <summary>COPY --from an earlier stage.</summary>
    CopyFromStage,

    /// <summary>Named in a RUN instruction, inside the image being built.</summary>
    BuildCommandFile,

    /// <summary>What the image starts: ENTRYPOINT or CMD, a script, a module, a binary.</summary>
    Entrypoint,

    /// <summary>A build context directory.</summary>
    BuildContext,

    /// <summary>A Dockerfile that a build names.</summary>
    Dockerfile,

    /// <summary>The host side of a bind mount.</summary>
    BindSource,

    /// <summary>The directory of the host that a named volume of compose stands for.</summary>
    VolumeDevice,

    /// <summary>A compose <c>env_file</c>.</summary>
    EnvFile,

    /// <summary>The file of a compose secret or config.</summary>
    SecretFile,

    /// <summary>A compose file named by <c>-f</c>, <c>include</c> or <c>extends</c>.</summary>
    ComposeFile,

    /// <summary>A script or program file a command runs.</summary>
    Script,

    /// <summary>The directory a step or command works in.</summary>
    WorkingDirectory,

    /// <summary>A file a command reads.</summary>
    CommandInput,

    /// <summary>A lock file that a tool needs where it runs.</summary>
    LockFile,

    /// <summary>A package manifest that a tool needs where it runs.</summary>
    Manifest,

    /// <summary>What the builder of a front end starts from by itself: a page, a directory of pages.</summary>
    FrameworkSource,

    /// <summary>A local action or reusable workflow.</summary>
    Action,

    /// <summary>A path filter of a trigger.</summary>
    TriggerFilter,

    /// <summary>A Kubernetes manifest, kustomization resource or chart.</summary>
    KubernetesManifest,

    /// <summary>A directory of this repository that a GitOps tool delivers, or a values file beside it.</summary>
    DeliveredPath,

    /// <summary>A file or directory a proxy serves or includes.</summary>
    ProxyFile,

    /// <summary>A file that a platform description names.</summary>
    PlatformFile,

    /// <summary>The directory of a module that Terraform calls.</summary>
    TerraformModule,

    /// <summary>A file that Terraform reads when it plans.</summary>
    TerraformFile,

    /// <summary>A module, or another file, that a template of Bicep takes.</summary>
    BicepFile,

    /// <summary>A file the program opens when it starts.</summary>
    ProgramInput,

    /// <summary>A file that a monitoring configuration names.</summary>
    MonitoringFile,

    /// <summary>A file that is bundled into an application for phones.</summary>
    AppAsset,

    /// <summary>A project, module or package that a build command names.</summary>
    ProjectFile,
}
