using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Targets.Commanded;

/// <summary>The words of one command, or the inputs of one step, as values.</summary>
/// <param name="environment">What the environment sets, as far as it is known.</param>
internal sealed class SiteWords(ShellVariables variables, Func<string, string?> environment)
{
    private const string Outside = "the pipeline takes it from a secret, or from a variable that is not in the repository";

    public static SiteWords Of(CommandSite site, Deployment deployment)
    {
        // The place of a step is its first line.
        if (
            deployment.At<Workflow>(site.Span.File.Path) is { } workflow
            && workflow
                .Jobs.SelectMany(job => job.Steps, (job, step) => new { job, step })
                .LastOrDefault(pair => pair.step.Span.Start <= site.Span.Start)
                is { } at
        )
        {
            return new(site.Variables, WordOutline.Environment(workflow, at.job, at.step));
        }

        return new(site.Variables, _ => null);
    }

    public CloudValue Value(ShellWord word) => Text(WordOutline.Of(word, variables, environment), word.Span);

    /// <summary><c>NAME=value</c>; null for what is none.</summary>
    public SuppliedVariable? Variable(ShellWord word) => Variable(WordOutline.Of(word, variables, environment), word.Span);

    /// <summary>A list with commas between its elements, or with another character: <c>^@^A=1@B=2</c>.</summary>
    /// <remarks>Source: Google Cloud CLI, "gcloud topic escaping".</remarks>
    public IEnumerable<SuppliedVariable> List(ShellWord word)
    {
        var text = WordOutline.Of(word, variables, environment);
        var parts =
            text is ['^', .. var rest] && rest.IndexOf('^', StringComparison.Ordinal) is > 0 and var end
                ? rest[(end + 1)..].Split(rest[..end])
                : text.Split(',');
        return parts.Select(part => Variable(part.Trim(), word.Span)).OfType<SuppliedVariable>();
    }

    /// <summary>The value of an input.</summary>
    public static CloudValue Input(ExpressionTemplate input, Workflow workflow, WorkflowJob job, WorkflowStep step) =>
        Text(JobValues.Outline(input, workflow, job, step).Text, input.Span);

    public static CloudValue Text(string outline, SourceSpan span) => new CloudValue.Text(Resolved(outline, span), span);

    public static SuppliedVariable? Variable(string outline, SourceSpan span) =>
        outline.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && ShellName.Is(outline.AsSpan(0, equals))
            ? new SuppliedVariable(outline[..equals], Resolved(outline[(equals + 1)..], span), span, SupplyOrigin.Platform)
            : null;

    private static Resolved Resolved(string outline, SourceSpan span) =>
        outline.Contains(Model.Topology.Resolved.Hole, StringComparison.Ordinal)
            ? Model.Topology.Resolved.Unknown(Outside, span) with
            {
                Outline = outline,
            }
            : Model.Topology.Resolved.Known(outline, span);
}
