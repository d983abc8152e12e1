using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>What variables of a configuration that is applied by itself are set to.</summary>
/// <remarks>Source: Terraform documentation, "Input Variables", "Variable Definition Precedence".</remarks>
internal static class TerraformInputs
{
    private const string Prefix = "TF_VAR_";

    /// <summary>A file of values that is always read, else the default, unless another file of values says something else.</summary>
    public static HclExpression? Find(TerraformModule module, string name, HclBlock? declared)
    {
        var given = module
            .Values.Where(file => IsRead(file, module))
            .Select(file => file.Body[name]?.Value)
            .LastOrDefault(value => value is not null);
        if (given is not null)
        {
            return given;
        }

        var fallback = declared?.Body["default"]?.Value;
        return module
            .Values.Select(file => file.Body[name]?.Value)
            .OfType<HclExpression>()
            .All(value => value.Span.Text == fallback?.Span.Text)
            ? fallback
            : null;
    }

    /// <summary>Variables that pipelines and scripts set by their environment.</summary>
    public static IReadOnlySet<string> SetElsewhere(Deployment deployment)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var artifact in deployment.Artifacts)
        {
            if (artifact is Workflow or ShellScript or TaskFile)
            {
                AddNames(artifact.File.Text, Prefix, names);
                AddNames(artifact.File.Text, "-var=", names);
                AddNames(artifact.File.Text, "-var ", names);
            }
        }

        return names;
    }

    private static void AddNames(string text, string mark, HashSet<string> names)
    {
        for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at, StringComparison.Ordinal))
        {
            at += mark.Length;
            var start = at;
            while (start < text.Length && text[start] is '"' or '\'' or ' ')
            {
                start++;
            }

            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            {
                end++;
            }

            names.Add(text[start..end]);
        }
    }

    private static bool IsRead(TerraformFile values, TerraformModule module) =>
        values.File.Directory == module.Directory
        && (values.File.Name == "terraform.tfvars" || values.File.Name.EndsWith(".auto.tfvars", StringComparison.Ordinal));
}
