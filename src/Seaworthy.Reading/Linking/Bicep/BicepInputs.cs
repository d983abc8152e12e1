using Seaworthy.Model;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>What parameters of a template that is deployed by itself are set to, apart from its files.</summary>
/// <remarks>Source: Azure CLI, "az deployment group create", <c>--parameters</c>; Azure/arm-deploy, Azure/bicep-deploy.</remarks>
internal static class BicepInputs
{
    private static readonly string[] Deployers = ["az deployment", "az stack", "arm-deploy", "bicep-deploy", "New-Az", "azd "];

    /// <summary>Whether a command or a pipeline that deploys writes a name before <c>=</c>.</summary>
    public static Predicate<string> SetElsewhere(Deployment deployment)
    {
        var deployers = deployment.Artifacts.Where(MayDeploy).Select(artifact => artifact.File).ToList();
        return name => deployers.Exists(file => file.Mentions(name + "="));
    }

    public static bool MayDeploy(Artifact artifact) =>
        artifact is not (BicepFile or Document or CodeFile or SecretFile) && Array.Exists(Deployers, artifact.File.Mentions);

    /// <summary>The value that a file gives to a parameter; null when it gives none.</summary>
    public static BicepExpression? Find(BicepFile values, string name) =>
        values.Of<BicepStatement.Parameter>().LastOrDefault(parameter => parameter.Name.Value == name)?.Value;
}
