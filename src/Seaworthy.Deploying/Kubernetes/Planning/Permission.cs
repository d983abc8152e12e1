namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>Something that the one who deploys must be allowed to do.</summary>
/// <param name="Resource">With its group: <c>deployments.apps</c>.</param>
/// <param name="Space">Null for what lies in no namespace.</param>
public sealed record Permission(string Verb, string Resource, string? Space);
