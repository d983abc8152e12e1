using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Startup scripts of machines that Terraform creates: they run once on an empty machine, and a load balancer checks the result.</summary>
internal static class FirstBoot
{
    public static bool Runs(SourceFile script, Deployment deployment) =>
        script.Name.EndsWith(".sh", StringComparison.Ordinal)
        && deployment.Of<TerraformFile>().Any(terraform => terraform.StartsMachinesWith(script.Name));
}
