using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The scripts that Terraform gives to the machines it makes: they run once, where there is nothing yet, and a balancer asks what came of it.</summary>
internal static class FirstBoot
{
    public static bool Runs(SourceFile script, Deployment deployment) =>
        script.Name.EndsWith(".sh", StringComparison.Ordinal)
        && deployment.Of<TerraformFile>().Any(terraform => terraform.StartsMachinesWith(script.Name));
}
