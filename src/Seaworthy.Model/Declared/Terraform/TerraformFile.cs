using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Terraform;

/// <summary>A <c>.tf</c> or <c>.tofu</c> file, or a <c>.tfvars</c> file with values: what Terraform reads together with all others of its directory.</summary>
/// <remarks>Source: Terraform documentation, "Files and Configuration Structure".</remarks>
public sealed record TerraformFile(SourceFile File, HclBody Body) : Artifact(File)
{
    // By provider.
    private static readonly string[] FirstBoot = ["user_data", "startup_script", "startup-script", "custom_data"];

    /// <summary>Values for variables, rather than configuration.</summary>
    public bool IsValues { get; init; }

    /// <summary>A line gives a script to the machines that it makes, which run it once when they start: <c>user_data = file("boot.sh")</c>.</summary>
    public bool StartsMachinesWith(string script) =>
        File.Text.Contains(script, StringComparison.Ordinal)
        && Enumerable
            .Range(1, File.Lines.Count)
            .Select(File.Lines.TextOf)
            .Any(line =>
                line.Contains(script, StringComparison.Ordinal)
                && Array.Exists(FirstBoot, name => line.Contains(name, StringComparison.Ordinal))
            );
}
