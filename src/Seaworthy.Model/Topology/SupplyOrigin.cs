namespace Seaworthy.Model.Topology;

/// <summary>What gives a process a variable.</summary>
public enum SupplyOrigin
{
    ImageEnv,
    ComposeEnvironment,
    EnvFile,
    Kubernetes,
    ConfigMap,
    Secret,
    Platform,
    Workflow,
    Script,

    /// <summary>The program itself loads a dotenv file that a clone holds.</summary>
    DotEnvLoader,

    /// <summary>Nothing in the tree: a fact of the configuration states that the platform sets it.</summary>
    Stated,
}
