using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The inputs and secrets that calls give to workflows and actions, and those that they ought to.</summary>
/// <remarks>Source: GitHub Docs, "Reusing workflow configurations" and "Metadata syntax reference".</remarks>
internal static class CallNames
{
    public static IEnumerable<NameUse> Of(Deployment deployment, Workflow workflow, IReadOnlyDictionary<string, Workflow> workflows)
    {
        var actions = deployment.Of<CompositeAction>().ToLookup(action => action.File.Directory, StringComparer.Ordinal);
        foreach (var job in workflow.Jobs)
        {
            if (job.Uses is { Kind: ActionReferenceKind.Local } uses && workflows.TryGetValue(uses.Path, out var called))
            {
                foreach (var use in Call(workflow, job, uses, called))
                {
                    yield return use;
                }
            }

            foreach (var step in job.Steps)
            {
                foreach (var use in Action(workflow, job, step, actions))
                {
                    yield return use;
                }
            }
        }
    }

    private static IEnumerable<NameUse> Call(Workflow workflow, WorkflowJob job, ActionReference uses, Workflow called)
    {
        var subject = $"{workflow.File.Name}: {job.Id}";
        var trigger = called.Trigger("workflow_call");
        if (trigger is null)
        {
            yield break;
        }

        foreach (var given in job.With)
        {
            var declared = trigger.Inputs.FirstOrDefault(input => input.Name.Equals(given.Name, StringComparison.OrdinalIgnoreCase));
            yield return new NameUse(NameRole.CalledWorkflowInput, given.Name, given.KeySpan, subject, declared?.Span)
            {
                In = called.File.Path,
                Tool = "input",
                Candidates = [.. trigger.Inputs.Select(input => input.Name)],
                Related = trigger.Span,
            };
        }

        foreach (var given in job.Secrets)
        {
            var declared = trigger.Secrets.FirstOrDefault(secret => secret.Name.Equals(given.Name, StringComparison.OrdinalIgnoreCase));
            yield return new NameUse(NameRole.CalledWorkflowInput, given.Name, given.KeySpan, subject, declared?.Span)
            {
                In = called.File.Path,
                Tool = "secret",
                Candidates = [.. trigger.Secrets.Select(secret => secret.Name)],
                Related = trigger.Span,
            };
        }

        foreach (var wanted in trigger.Inputs.Where(input => input is { IsRequired: true, Default: null }))
        {
            var given = job.With.FirstOrDefault(given => given.Name.Equals(wanted.Name, StringComparison.OrdinalIgnoreCase));
            yield return Required("required input", wanted.Name, wanted.Span, given?.KeySpan);
        }

        foreach (var wanted in trigger.Secrets.Where(secret => secret.IsRequired && !job.InheritsSecrets))
        {
            var given = job.Secrets.FirstOrDefault(given => given.Name.Equals(wanted.Name, StringComparison.OrdinalIgnoreCase));
            yield return Required("required secret", wanted.Name, wanted.Span, given?.KeySpan);
        }

        if (!job.InheritsSecrets && Unpassed(called, trigger, job) is { Count: > 0 } reads)
        {
            var names = reads.Select(read => read.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            yield return new NameUse(NameRole.CalledWorkflowInput, string.Join(", ", names), uses.Span, subject, null)
            {
                In = called.File.Path,
                Tool = "secrets it reads",
                Related = reads[0].Span,
            };
        }

        NameUse Required(string kind, string name, SourceSpan declared, SourceSpan? given) =>
            new(NameRole.CalledWorkflowInput, name, uses.Span, subject, given)
            {
                In = called.File.Path,
                Tool = kind,
                Related = declared,
            };
    }

    /// <summary>What the called workflow reads of secrets that no call can give it, because it does not declare them. Those of an environment come without a call.</summary>
    /// <remarks>Source: GitHub Docs, "Reuse workflows", "Passing secrets to nested workflows".</remarks>
    private static List<ExpressionReference> Unpassed(Workflow called, WorkflowTrigger trigger, WorkflowJob caller) =>
        [
            .. from job in called.Jobs
            where job.DeploysTo is null
            from reference in JobTemplates
                .OfJob(job)
                .Concat(job.Steps.SelectMany(JobTemplates.OfStep))
                .Concat(called.Environment.SelectMany(variable => variable.Value.References))
            where
                reference is { Context: "secrets", IsPartial: false, Name: { } name }
                && !name.Equals("GITHUB_TOKEN", StringComparison.OrdinalIgnoreCase)
                && !reference.AllowsEmpty
                && !trigger.Secrets.Any(secret => secret.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                && !caller.Secrets.Any(given => given.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            select reference,
        ];

    private static IEnumerable<NameUse> Action(
        Workflow workflow,
        WorkflowJob job,
        WorkflowStep step,
        ILookup<string, CompositeAction> actions
    )
    {
        if (step.Uses is not { } uses)
        {
            yield break;
        }

        var local = uses.Kind == ActionReferenceKind.Local ? actions[uses.Path].FirstOrDefault() : null;
        IReadOnlyList<string> inputs = local is not null
            ? [.. local.Inputs.Select(input => input.Name)]
            : KnownActions.Find(uses.Name)?.InputsOf(uses.Major) ?? [];
        if (inputs.Count == 0)
        {
            yield break;
        }

        foreach (var given in step.With)
        {
            var isKnown = inputs.Contains(given.Name, StringComparer.OrdinalIgnoreCase) || given.Name is "args" or "entrypoint";
            yield return new NameUse(
                NameRole.ActionInput,
                given.Name,
                given.KeySpan,
                $"{workflow.File.Name}: {job.Id}",
                isKnown ? uses.Span : null
            )
            {
                In = uses.Raw,
                Candidates = inputs,
                Related = uses.Span,
            };
        }
    }
}
