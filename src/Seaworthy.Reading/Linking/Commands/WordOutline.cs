using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Words of commands as far as the tree tells them, a <see cref="Resolved.Hole"/> for each part that it does not.</summary>
internal static class WordOutline
{
    /// <param name="word">Of a command.</param>
    /// <param name="variables">What its script sets.</param>
    /// <param name="environment">What the environment around it sets, as far as it is known; null for a name that nothing sets.</param>
    public static string Of(ShellWord word, ShellVariables variables, Func<string, string?> environment) =>
        string.Concat(word.Parts.Select(part => Of(part, variables, environment)));

    /// <summary>What the environment of a step sets.</summary>
    /// <param name="workflow">Whose job it is.</param>
    /// <param name="job">Whose step it is.</param>
    /// <param name="step">Whose variables count first.</param>
    /// <param name="through">Takes the places where the values come from.</param>
    /// <param name="outside">What somebody knows of other names.</param>
    public static Func<string, string?> Environment(
        Workflow workflow,
        WorkflowJob job,
        WorkflowStep step,
        ICollection<SourceSpan>? through = null,
        Func<string, string?>? outside = null
    ) =>
        name =>
        {
            if (JobValues.Variable(name, workflow, job, step) is not { } variable)
            {
                return outside?.Invoke(name);
            }

            through?.Add(variable.Span);
            return JobValues.Outline(variable.Value, workflow, job, step, outside).Text;
        };

    private static string Of(ShellPart part, ShellVariables variables, Func<string, string?> environment) =>
        part.Kind switch
        {
            ShellPartKind.Literal => part.Text,
            ShellPartKind.Variable => variables[part.Text] ?? environment(part.Text),
            _ => part.Text is ['$', '{', '{', .. var inner, '}', '}']
                ? inner.Trim() is ['e', 'n', 'v', '.', .. var name]
                    ? environment(name)
                    : environment(inner.Trim())
                : null,
        } ?? Resolved.Hole.ToString();
}
