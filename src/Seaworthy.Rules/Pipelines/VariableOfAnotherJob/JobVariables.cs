using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Variables that a job of a workflow reads, and that only another job sets: each job has an environment of its own.</summary>
/// <remarks>Source: GitHub Docs, "Store information in variables", "Defining environment variables for a single workflow"; "Workflow commands", "Setting an environment variable".</remarks>
internal static class JobVariables
{
    private const int ShortestName = 3;

    // Words in the names of actions that fill the environment with what is written elsewhere.
    private static readonly string[] FillingWords =
    [
        "env",
        "dotenv",
        "secrets",
        "secret",
        "vault",
        "doppler",
        "slug",
        "variables",
        "1password",
        "vars",
    ];

    public static IReadOnlyList<JobVariable> Link(Deployment deployment) =>
        [
            .. from workflow in deployment.Of<Workflow>()
            where workflow.Jobs.Count > 1
            let set = Set(workflow)
            from job in workflow.Jobs
            let reads = Reads(workflow, job).ToList()
            where reads.Count > 0
            select new JobVariable(
                $"{workflow.File.Name}: {job.Id}",
                reads[0].Use,
                [
                    .. reads
                        .Where(read => read.IsUnset && !IsWrittenElsewhere(deployment, read.Name))
                        .Select(read => Foreign(read, job, set))
                        .OfType<ForeignVariable>(),
                ]
            ),
        ];

    private static ForeignVariable? Foreign(Read read, WorkflowJob job, ILookup<string, Setting> set) =>
        set[read.Name].Any(setting => setting.Job == job.Id) ? null
        : set[read.Name].FirstOrDefault(setting => read.IsExpression || !setting.IsOfStep) is { } other
            ? new ForeignVariable(read.Name, read.Use, other.Job, other.Span)
            {
                IsExpression = read.IsExpression,
                IsHanded = other.IsHanded,
            }
        : null;

    /// <summary>What each job of the workflow sets for itself.</summary>
    private static ILookup<string, Setting> Set(Workflow workflow) =>
        workflow
            .Jobs.SelectMany(job =>
                job.Environment.Select(variable => new Setting(job.Id, variable.Name, variable.KeySpan, IsHanded: false, IsOfStep: false))
                    .Concat(
                        job.Steps.SelectMany(step =>
                            step.Environment.Select(variable => new Setting(
                                    job.Id,
                                    variable.Name,
                                    variable.KeySpan,
                                    IsHanded: false,
                                    IsOfStep: true
                                ))
                                .Concat(
                                    HandedNames
                                        .Of(step)
                                        .Select(name => new Setting(job.Id, name, Place(step, name), IsHanded: true, IsOfStep: false))
                                )
                        )
                    )
            )
            .ToLookup(setting => setting.Name, StringComparer.Ordinal);

    private static SourceSpan Place(WorkflowStep step, string name) =>
        (step.Run?.Commands ?? []).FirstOrDefault(command => command.Text.Contains($"{name}=", StringComparison.Ordinal))?.Span
        ?? step.Span;

    /// <summary>The first use of each name, whether the job has a value for it, and whether its shell asks or an expression.</summary>
    private static IEnumerable<Read> Reads(Workflow workflow, WorkflowJob job)
    {
        HashSet<string> known = [.. workflow.Environment.Concat(job.Environment).Select(variable => variable.Name)];
        HashSet<string> seen = new(StringComparer.Ordinal);
        var isFilled = false;
        foreach (var step in job.Steps)
        {
            var own = step.Environment.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
            // The image of a container may have variables of its own.
            foreach (var read in Expressions(step).Concat(job.Container is null ? InShell(step, own) : []))
            {
                if (seen.Add($"{read.Name} {read.IsExpression}"))
                {
                    yield return read with
                    {
                        IsUnset = !isFilled && !known.Contains(read.Name) && !own.Contains(read.Name),
                    };
                }
            }

            isFilled |= Fills(step);
            known.UnionWith(HandedNames.Of(step));
        }
    }

    private static IEnumerable<Read> Expressions(WorkflowStep step) =>
        step
            .With.Concat(step.Environment)
            .Select(input => input.Value)
            .Concat(step.Run is { } run ? [run.Text] : [])
            // "env.NAME || 'default'" has an answer for the empty value.
            .Where(template =>
                !template.Parts.Any(part => part.Expression is not null && part.Text.Contains("||", StringComparison.Ordinal))
            )
            .SelectMany(template => template.References)
            .Where(reference => reference is { Context: "env", IsPartial: false, Name: not null } && IsOwnName(reference.Name))
            .Select(reference => new Read(reference.Name ?? "", reference.Span, IsExpression: true));

    private static IEnumerable<Read> InShell(WorkflowStep step, HashSet<string> own)
    {
        if (step.Run is not { } run || run.Commands.Any(ReadsOtherText))
        {
            return [];
        }

        var set = run
            .Commands.SelectMany(command => command.Assignments)
            .Select(assignment => assignment.Name)
            .ToHashSet(StringComparer.Ordinal);
        return run
            .Commands.SelectMany(command => ShellUses.Of(command).Select(use => new { Command = command, Use = use }))
            .Where(found =>
                IsOwnName(found.Use.Value)
                && !set.Contains(found.Use.Value)
                && !own.Contains(found.Use.Value)
                && !ShellUses.Tests(found.Command, found.Use.Value)
                && ShellUses.IsOnlyUsed(run.Text.Raw, found.Use.Value)
            )
            .Select(found => new Read(found.Use.Value, found.Use.Span, IsExpression: false));
    }

    // Actions that sign in to a cloud export its names.
    private static bool IsOwnName(string name) =>
        name.Length >= ShortestName && !AmbientVariables.IsPresent(name) && !AmbientVariables.IsSetByOthers(name);

    /// <summary>What is set behind it is unknown: an action of the repository, one that fills the environment, a script that is read in.</summary>
    private static bool Fills(WorkflowStep step) =>
        step.Uses is { } uses
        && (
            uses.Kind != ActionReferenceKind.Repository
            || uses.Name.Split('/', '-', '_').Any(word => Array.IndexOf(FillingWords, word) >= 0)
        );

    private static bool ReadsOtherText(ShellCommand command) =>
        command.Program is "source" or "." or "eval" or "read" or "mapfile" or "readarray" && command.Words.Count > 1;

    /// <summary>A script or action of the repository writes variables, this one among them.</summary>
    private static bool IsWrittenElsewhere(Deployment deployment, string name) =>
        deployment.Artifacts.Any(artifact =>
            artifact is not Workflow && StepVariableFile.IsNamedIn(artifact.File) && artifact.File.Mentions(name)
        );

    private sealed record Setting(string Job, string Name, SourceSpan Span, bool IsHanded, bool IsOfStep);

    /// <param name="IsExpression">Read as <c>env.NAME</c>.</param>
    private sealed record Read(string Name, SourceSpan Use, bool IsExpression)
    {
        /// <summary>Nothing that stands before gives it a value.</summary>
        public bool IsUnset { get; init; }
    }
}
