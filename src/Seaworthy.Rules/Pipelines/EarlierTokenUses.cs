using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>What the steps that were passed so far did: it is noted step by step, so that no step looks at all before it again.</summary>
internal sealed class EarlierTokenUses
{
    private readonly HashSet<string> actions = new(StringComparer.Ordinal);

    /// <summary>One of them sent an image to GitHub's registry.</summary>
    public bool Published { get; private set; }

    /// <summary>The last login at GitHub's registry.</summary>
    public WorkflowStep? LastLogin { get; private set; }

    public bool Uses(string action) => actions.Contains(action);

    public void Add(WorkflowStep step, bool publishes)
    {
        Published |= publishes;
        if (step.Uses?.Name is not { } action)
        {
            return;
        }

        actions.Add(action);
        if (action == "docker/login-action" && step.Input("registry")?.Literal == TokenNeed.Registry)
        {
            LastLogin = step;
        }
    }
}
