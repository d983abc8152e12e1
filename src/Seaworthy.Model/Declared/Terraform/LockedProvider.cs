using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Terraform;

/// <summary>A provider of a lock file.</summary>
/// <param name="Address">With its registry: <c>registry.terraform.io/hashicorp/aws</c>.</param>
public sealed record LockedProvider(string Address, Fact<string> Version);
