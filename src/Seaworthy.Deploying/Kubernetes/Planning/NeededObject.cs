namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>An object that pods need and that the manifests do not bring.</summary>
/// <param name="By">The workload that names it, as people call it.</param>
public sealed record NeededObject(string Kind, string Space, string Name, string By);
