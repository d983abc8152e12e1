using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A subset of a host to which a VirtualService leads.</summary>
public sealed record SubsetReference(Fact<string> Host, Fact<string> Subset);
