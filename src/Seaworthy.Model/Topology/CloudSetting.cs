using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An attribute of a resource of Terraform or Bicep, with what it comes to.</summary>
/// <param name="Path">Names of blocks and the attribute's, with dots between.</param>
public sealed record CloudSetting(string Path, Resolved Value, SourceSpan Span);
