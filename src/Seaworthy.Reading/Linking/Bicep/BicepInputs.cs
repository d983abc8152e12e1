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

    /// <summary>Names that a command or a pipeline that deploys writes before <c>=</c> or <c>:</c>.</summary>
    public static IReadOnlySet<string> SetElsewhere(Deployment deployment)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var artifact in deployment.Artifacts.Where(MayDeploy))
        {
            AddNames(artifact.File.Text, names);
        }

        return names;
    }

    public static bool MayDeploy(Artifact artifact) =>
        artifact is not (BicepFile or Document or CodeFile or SecretFile)
        && Array.Exists(Deployers, deployer => artifact.File.Text.Contains(deployer, StringComparison.Ordinal));

    private static void AddNames(string text, HashSet<string> names)
    {
        for (var at = text.IndexOf('='); at >= 0; at = text.IndexOf('=', at + 1))
        {
            var start = at;
            while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            {
                start--;
            }

            if (start < at)
            {
                names.Add(text[start..at]);
            }
        }
    }

    /// <summary>The value that a file gives to a parameter; null when it gives none.</summary>
    public static BicepExpression? Find(BicepFile values, string name) =>
        values.Of<BicepStatement.Parameter>().LastOrDefault(parameter => parameter.Name.Value == name)?.Value;
}
