using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Terraform;

/// <summary>A <c>.tf</c> or <c>.tofu</c> file, or a <c>.tfvars</c> file with values: what Terraform reads together with all others of its directory.</summary>
/// <remarks>Source: Terraform documentation, "Files and Configuration Structure".</remarks>
public sealed record TerraformFile(SourceFile File, HclBody Body) : Artifact(File)
{
    /// <summary>Values for variables, rather than configuration.</summary>
    public bool IsValues { get; init; }
}
