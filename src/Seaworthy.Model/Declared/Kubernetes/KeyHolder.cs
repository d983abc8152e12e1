namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>What holds keys with values.</summary>
public enum KeyHolder
{
    ConfigMap,
    Secret,
}
