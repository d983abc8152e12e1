using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The variables that a step hands to the later ones of its job.</summary>
/// <remarks>Source: GitHub Actions, "Workflow commands", "Setting an environment variable".</remarks>
internal static class HandedNames
{
    /// <summary>Every name before an equals sign, where the step writes to the file of variables at all; what a script or an action writes there is unknown.</summary>
    public static IEnumerable<string> Of(WorkflowStep step)
    {
        var text = step.Run?.Text.Raw ?? "";
        if (!text.Contains("GITHUB_ENV", StringComparison.Ordinal) && !text.Contains("set-env", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var word in text.Split(['=', '<']))
        {
            var name = word.AsSpan().TrimEnd();
            var start = name.Length;
            while (start > 0 && (char.IsAsciiLetterOrDigit(name[start - 1]) || name[start - 1] == '_'))
            {
                start--;
            }

            if (start < name.Length)
            {
                yield return name[start..].ToString();
            }
        }
    }
}
