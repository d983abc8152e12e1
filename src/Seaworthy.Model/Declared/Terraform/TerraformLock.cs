using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Terraform;

/// <summary><c>.terraform.lock.hcl</c>: the versions of providers that <c>terraform init</c> takes.</summary>
/// <remarks>Source: Terraform documentation, "Dependency Lock File".</remarks>
public sealed record TerraformLock(SourceFile File, IReadOnlyList<LockedProvider> Providers) : Artifact(File);
