using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Shell variables that are set in one step of a job and used in another. A step passes variables to the next through <c>$GITHUB_ENV</c>.</summary>
/// <remarks>Source: GitHub Actions, "Workflow commands", "Setting an environment variable".</remarks>
internal static class ForgottenVariables
{
    private const int ShortestName = 3;

    public static IReadOnlyList<StepVariables> Link(Deployment deployment) =>
        [
            .. from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            let first = job.Steps.SelectMany(Assigned).FirstOrDefault()
            where first is not null && job.Steps.Count > 1
            select new StepVariables($"{workflow.File.Name}: {job.Id}", first.Span, [.. Of(workflow, job)]),
        ];

    private static IEnumerable<ForgottenVariable> Of(Workflow workflow, WorkflowJob job)
    {
        Dictionary<string, SourceSpan> set = new(StringComparer.Ordinal);
        HashSet<string> kept = [.. workflow.Environment.Concat(job.Environment).Select(variable => variable.Name)];
        foreach (var step in job.Steps)
        {
            foreach (var (name, at) in set)
            {
                if (!kept.Contains(name) && Use(step, name, at) is { } use)
                {
                    yield return use;
                    kept.Add(name);
                }
            }

            kept.UnionWith(HandedNames.Of(step));
            foreach (var assignment in Assigned(step))
            {
                set.TryAdd(assignment.Name, assignment.Span);
            }
        }
    }

    private static IEnumerable<ShellAssignment> Assigned(WorkflowStep step) =>
        (step.Run?.Commands ?? [])
            .Where(command => command.Words.Count == 0 || command.Program == "export")
            .SelectMany(command => command.Assignments)
            .Where(assignment => assignment.Name.Length >= ShortestName && !AmbientVariables.IsPresent(assignment.Name));

    private static ForgottenVariable? Use(WorkflowStep step, string name, SourceSpan set)
    {
        if (step.Environment.Any(variable => variable.Name == name))
        {
            return null;
        }

        var asked = Templates(step)
            .SelectMany(template => template.References)
            .FirstOrDefault(reference => reference is { Context: "env", IsPartial: false } && reference.Name == name);
        if (asked is not null)
        {
            return new ForgottenVariable(name, asked.Span, set) { IsExpression = true };
        }

        if (step.Run is not { } run || !ShellUses.IsOnlyUsed(run.Text.Raw, name) || run.Commands.Any(ReadsOtherText))
        {
            return null;
        }

        var uses = run
            .Commands.SelectMany(command => ShellUses.Of(command).Select(use => new { Command = command, Use = use }))
            .Where(found => found.Use.Value == name && !ShellUses.Tests(found.Command, name))
            .ToList();
        return uses.Count == 0
            ? null
            : new ForgottenVariable(name, uses[0].Use.Span, set) { IsOnlyShown = uses.TrueForAll(found => ShellUses.Shows(found.Command)) };
    }

    private static IEnumerable<ExpressionTemplate> Templates(WorkflowStep step) =>
        step
            .With.Select(input => input.Value)
            .Concat(step.Environment.Select(variable => variable.Value))
            .Concat(step.Run is { } run ? [run.Text] : []);

    // What is read in from elsewhere may set anything.
    private static bool ReadsOtherText(ShellCommand command) =>
        command.Program is "source" or "." or "eval" or "read" or "mapfile" or "readarray" && command.Words.Count > 1;
}
