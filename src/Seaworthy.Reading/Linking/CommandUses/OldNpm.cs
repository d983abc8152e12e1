using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Linking.Pipelines.Runtimes;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>Steps of workflows in which npm is older than 7: it puts an <c>echo</c> in the place of a missing script <c>test</c>, and ends well.</summary>
/// <remarks>Sources: npm 6, <c>lib/run-script.js</c>; Node.js, "Previous Releases" (15 is the first that brings npm 7).</remarks>
internal static class OldNpm
{
    private const int FirstNodeWithNewNpm = 15;

    // A command that names one of them may put another npm or Node.js in place.
    private static readonly string[] Installers = ["npm@", "nvm", "volta", "fnm"];

    /// <summary>In every run of the job, and no step puts another npm in its place.</summary>
    public static bool Runs(CommandSite site, Deployment deployment) =>
        StepOfCommand.Of(deployment, site) is { } place
        && Nodes(place.Workflow, place.Job, site, deployment) is { Count: > 0 } nodes
        && nodes.All(node => node.Line.MajorVersion < FirstNodeWithNewNpm);

    private static IReadOnlyList<ImageRuntime> Nodes(Workflow workflow, WorkflowJob job, CommandSite site, Deployment deployment)
    {
        RuntimeTrail trail = new(workflow, job, []);
        foreach (var step in new LocalActions(deployment).Steps(job).TakeWhile(step => !Holds(step, site)))
        {
            if (step.Run?.Text.Raw is { } text && Array.Exists(Installers, word => text.Contains(word, StringComparison.Ordinal)))
            {
                return [];
            }

            trail.Take(step);
        }

        return trail.Node.Count > 0 ? [.. trail.Node.Select(node => node.Value)]
            : job.Container?.Image?.Literal is { } image
            && ImageReference.Parse(image) is { } reference
            && ImageRuntime.Of(reference) is { Runtime: "node" } own
                ? [own]
            : [];
    }

    private static bool Holds(WorkflowStep step, CommandSite site) =>
        step.Run?.Commands.Any(command => ReferenceEquals(command, site.Command)) is true;
}
