using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Hcl;

namespace Seaworthy.Reading.Readers.Terraform;

/// <summary>Reads configuration and values of Terraform and OpenTofu.</summary>
/// <remarks>Source: Terraform documentation, "Files and Configuration Structure"; OpenTofu documentation, "Files and Directories".</remarks>
internal sealed class TerraformReader : Reader
{
    public override bool Accepts(string path) => IsConfiguration(path) || IsValues(path);

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = HclParser.Parse(file.File);
        return new TerraformFile(file.File, syntax.Body) { IsValues = IsValues(file.File.Path), Problems = syntax.Problems };
    }

    // What `terraform init` put there belongs to others.
    private static bool IsConfiguration(string path) =>
        (path.EndsWith(".tf", StringComparison.Ordinal) || path.EndsWith(".tofu", StringComparison.Ordinal))
        && !path.Contains(".terraform/", StringComparison.Ordinal);

    private static bool IsValues(string path) => path.EndsWith(".tfvars", StringComparison.Ordinal);
}
