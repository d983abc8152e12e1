using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The scripts that Terraform gives to the machines it makes: they run once, where there is nothing yet, and a balancer asks what came of it.</summary>
internal static class FirstBoot
{
    // By provider.
    private static readonly string[] Names = ["user_data", "startup_script", "startup-script", "custom_data"];

    public static bool Runs(SourceFile script, Deployment deployment) =>
        script.Name.EndsWith(".sh", StringComparison.Ordinal)
        && deployment.Of<TerraformFile>().Any(terraform => Gives(terraform.File, script.Name));

    private static bool Gives(SourceFile terraform, string script) =>
        terraform.Text.Contains(script, StringComparison.Ordinal)
        && Enumerable
            .Range(1, terraform.Lines.Count)
            .Select(terraform.Lines.TextOf)
            .Any(line =>
                line.Contains(script, StringComparison.Ordinal) && Names.Any(name => line.Contains(name, StringComparison.Ordinal))
            );
}
