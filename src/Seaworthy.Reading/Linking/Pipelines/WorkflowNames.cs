using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The names by which parts of a workflow refer to one another: steps, jobs, their outputs, inputs, axes.</summary>
/// <remarks>Source: GitHub Docs, "Contexts": a property that does not exist is an empty string.</remarks>
internal sealed class WorkflowNames
{
    private static readonly HashSet<string> StepProperties = new(StringComparer.OrdinalIgnoreCase)
    {
        "outputs",
        "outcome",
        "conclusion",
        "*",
    };

    private readonly Workflow workflow;
    private readonly IReadOnlyDictionary<string, Workflow> workflows;
    private readonly Lazy<IReadOnlyList<SourceFile>> handingOn;
    private readonly bool takesAllNeeds;
    private readonly ReadOutputs readOutputs;
    private readonly List<WorkflowTrigger> declaring;
    private readonly Dictionary<string, WorkflowInput> inputs = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<string> inputNames;
    private readonly Dictionary<WorkflowJob, JobNames> ofJobs = new(ReferenceEqualityComparer.Instance);

    private WorkflowNames(Workflow workflow, IReadOnlyDictionary<string, Workflow> workflows, Lazy<IReadOnlyList<SourceFile>> handingOn)
    {
        this.handingOn = handingOn;
        this.workflow = workflow;
        this.workflows = workflows;
        readOutputs = new ReadOutputs(workflow.File.Text);
        // Outputs may be handed on as a whole: toJSON(needs).
        takesAllNeeds =
            workflow.File.Text.Contains("(needs", StringComparison.OrdinalIgnoreCase)
            || workflow.File.Text.Contains("needs.*", StringComparison.Ordinal);
        declaring = [.. workflow.Triggers.Where(trigger => trigger.Event is "workflow_dispatch" or "workflow_call")];
        foreach (var input in declaring.SelectMany(trigger => trigger.Inputs))
        {
            inputs.TryAdd(input.Name, input);
        }

        inputNames = [.. declaring.SelectMany(trigger => trigger.Inputs).Select(input => input.Name).Distinct(StringComparer.Ordinal)];
    }

    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        var workflows = deployment.Of<Workflow>().ToDictionary(workflow => workflow.File.Path, StringComparer.Ordinal);
        Lazy<IReadOnlyList<SourceFile>> handingOn = new(() => [.. HandingOn(deployment)]);
        return workflows.Values.SelectMany(workflow =>
            new WorkflowNames(workflow, workflows, handingOn).All().Concat(CallNames.Of(deployment, workflow, workflows))
        );
    }

    /// <summary>Scripts and actions of the repository that set variables for later steps.</summary>
    private static IEnumerable<SourceFile> HandingOn(Deployment deployment) =>
        deployment
            .Artifacts.Where(artifact => artifact is not Workflow)
            .Select(artifact => artifact.File)
            .Distinct()
            .Where(StepVariableFile.IsNamedIn);

    private IEnumerable<NameUse> All() =>
        workflow.Jobs.SelectMany(job =>
            job.Steps.SelectMany(step => JobTemplates.OfStep(step).Select(reference => Of(job, step, reference)))
                .Concat(
                    job.Outputs.Where(output => IsRead(job, output))
                        .SelectMany(JobTemplates.OfOutput)
                        .Select(reference => Of(job, null, reference))
                )
                .Concat(
                    JobTemplates
                        .OfJob(job)
                        .Where(reference => reference.Context is not "steps")
                        .Select(reference => Of(job, null, reference))
                )
                .OfType<NameUse>()
        );

    // An empty output that nobody takes harms nobody.
    private bool IsRead(WorkflowJob job, NamedTemplate output) =>
        takesAllNeeds
        || readOutputs.Hold(job.Id, output.Name)
        || workflow.File.Text.Contains($"{job.Id}.outputs.{output.Name}", StringComparison.OrdinalIgnoreCase)
        || workflow.File.Text.Contains($"{job.Id}.outputs[", StringComparison.OrdinalIgnoreCase);

    private NameUse? Of(WorkflowJob job, WorkflowStep? step, ExpressionReference reference) =>
        reference is not { Name: { } name } || name == "*"
            ? null
            : reference.Context switch
            {
                "steps" => Step(job, step, reference, name),
                "needs" => Need(job, reference, name),
                "matrix" => Axis(job, reference, name),
                "inputs" => Input(job, reference, name),
                "env" => Variable(job, step, reference, name),
                _ => null,
            };

    private NameUse Step(WorkflowJob job, WorkflowStep? user, ExpressionReference reference, string id)
    {
        if (job.Step(id) is not { } named)
        {
            return Use(NameRole.WorkflowStep, id, reference, job, null) with { Candidates = NamesOf(job).StepIds, In = $"job {job.Id}" };
        }

        if (reference.Path is [_, _, var property, ..] && !StepProperties.Contains(property))
        {
            return Use(NameRole.WorkflowStepProperty, property, reference, job, null) with { In = id, Related = named.Span };
        }

        var outputs = StepOutputs.Of(named);
        if (
            reference.Path is [_, _, var kind, var output, ..]
            && kind.Equals("outputs", StringComparison.OrdinalIgnoreCase)
            && outputs.Count > 0
        )
        {
            var isThere = outputs.Contains(output, StringComparer.OrdinalIgnoreCase);
            return Use(NameRole.WorkflowStepOutput, output, reference, job, isThere ? named.Span : null) with
            {
                Candidates = outputs,
                In = named.Uses?.Name ?? "",
                Related = named.Span,
            };
        }

        var isLater = user is not null && !ReferenceEquals(user, named) && NamesOf(job).IsNotBefore(named, user);
        return Use(NameRole.WorkflowStep, id, reference, job, isLater ? null : named.Span) with
        {
            In = $"job {job.Id}",
            Related = isLater ? named.Span : null,
        };
    }

    private NameUse Need(WorkflowJob job, ExpressionReference reference, string id)
    {
        var isNeeded = NamesOf(job).Needs(id);
        var other = workflow.Job(id);
        if (!isNeeded || other is null)
        {
            return Use(NameRole.WorkflowNeed, id, reference, job, null) with
            {
                Candidates = NamesOf(job).NeededJobs,
                In = $"job {job.Id}",
                // A job that reads itself would wait for itself.
                Related = ReferenceEquals(other, job) ? null : other?.Span,
                Scope = job.Needs.Count > 0 ? job.Needs[0].Span : job.Span,
            };
        }

        if (reference.Path is not [_, _, var kind, var output, ..] || !kind.Equals("outputs", StringComparison.OrdinalIgnoreCase))
        {
            return Use(NameRole.WorkflowNeed, id, reference, job, other.Span);
        }

        var declared = Outputs(other);
        var found = declared?.FirstOrDefault(candidate => candidate.Name.Equals(output, StringComparison.OrdinalIgnoreCase));
        return Use(NameRole.WorkflowJobOutput, output, reference, job, found?.KeySpan) with
        {
            Candidates = [.. (declared ?? []).Select(candidate => candidate.Name)],
            In = $"job {other.Id}",
            Related = other.Span,
            NeededAt = EmptyValue.ConditionUpon(reference, job),
            UnknownBecause = declared is null ? "the called workflow was not read" : null,
        };
    }

    private IReadOnlyList<NamedTemplate>? Outputs(WorkflowJob job) =>
        job.Uses is not { } uses ? job.Outputs
        : uses.Kind == ActionReferenceKind.Local && workflows.TryGetValue(uses.Path, out var called)
            ? called.Trigger("workflow_call")?.Outputs ?? []
        : null;

    private NameUse? Axis(WorkflowJob job, ExpressionReference reference, string name)
    {
        if (job.Matrix is { } matrix && (matrix.Computed is not null || matrix.IsPartlyComputed))
        {
            return null;
        }

        var axis = job.Matrix?.Axes.FirstOrDefault(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        var included = job
            .Matrix?.Include.SelectMany(combination => combination.Values)
            .FirstOrDefault(value => value.Name.Split('.')[0].Equals(name, StringComparison.OrdinalIgnoreCase));
        return Use(NameRole.WorkflowMatrixKey, name, reference, job, axis?.Span ?? included?.KeySpan) with
        {
            Candidates = [.. (job.Matrix?.Axes ?? []).Select(candidate => candidate.Name)],
            In = $"the matrix of job {job.Id}",
            Related = job.Matrix?.Span,
        };
    }

    private NameUse? Input(WorkflowJob job, ExpressionReference reference, string name)
    {
        if (declaring.Count == 0)
        {
            return null;
        }

        return Use(NameRole.WorkflowInput, name, reference, job, inputs.GetValueOrDefault(name)?.Span) with
        {
            Candidates = inputNames,
            In = workflow.File.Name,
            Related = declaring[0].Span,
        };
    }

    /// <summary>Null where the expression asks whether it is set, has another answer for an empty value, or something else in the workflow sets it.</summary>
    private NameUse? Variable(WorkflowJob job, WorkflowStep? step, ExpressionReference reference, string name)
    {
        // The variables of a step are made before it has them.
        var isOwn = step?.Environment.Any(own => own.Value.Span.Holds(reference.Span)) is true;
        if (JobValues.Variable(name, workflow, job, isOwn ? null : step) is { } variable)
        {
            return Use(NameRole.WorkflowVariable, name, reference, job, variable.KeySpan);
        }

        if (
            job.Container is not null
            || JobRuns.IsFalse(job.If?.Expression)
            || reference.AllowsEmpty
            || workflow.Jobs.Any(other => IsSetIn(other, name))
            || handingOn.Value.Any(file => file.Mentions(name, StringComparison.OrdinalIgnoreCase))
        )
        {
            return null;
        }

        return Use(NameRole.WorkflowVariable, name, reference, job, null) with
        {
            Candidates = [.. workflow.Environment.Concat(job.Environment).Select(own => own.Name).Distinct(StringComparer.Ordinal)],
            In = workflow.File.Name,
            Doubt = step?.With.Any(input =>
                input.Name.Contains("directory", StringComparison.Ordinal) && input.Value.Span.Holds(reference.Span)
            )
                is true
                ? "an empty directory may stand for the root"
                : null,
            UnknownBecause = job.Steps.TakeWhile(other => other != step).Any(other => VariableSetters.MayBeAction(other, name))
                ? "an action may set it"
                : null,
        };
    }

    // What one job sets, another rule asks of the others.
    private static bool IsSetIn(WorkflowJob job, string name) =>
        job.Environment.Any(own => own.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        || job.Steps.Any(step => VariableSetters.MayBeScript(step, name));

    private NameUse Use(NameRole role, string name, ExpressionReference reference, WorkflowJob job, SourceSpan? definition) =>
        new(role, name, reference.Span, $"{workflow.File.Name}: {job.Id}", definition)
        {
            Tool = reference.ToString(),
            Doubt = EmptyValue.WhyHarmless(reference),
        };

    private JobNames NamesOf(WorkflowJob job) => ofJobs.TryGetValue(job, out var known) ? known : ofJobs[job] = new JobNames(job);
}
