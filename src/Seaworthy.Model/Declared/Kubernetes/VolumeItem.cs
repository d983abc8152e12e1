using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A key that becomes a file of another name.</summary>
public sealed record VolumeItem(Fact<string> Key, Fact<string>? Path);
