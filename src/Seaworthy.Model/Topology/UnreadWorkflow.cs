using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A workflow that lies where GitHub does not look, and what is not done because of that.</summary>
/// <param name="Intents">What its steps are for; to deploy only where no platform does that by itself.</param>
public sealed record UnreadWorkflow(MisplacedWorkflow Declared, IReadOnlyList<StepIntent> Intents)
{
    /// <summary>A path that it names and that is there from the root of the repository, not from the directory where it lies: it was written for this repository.</summary>
    public SourceSpan? WrittenForRootAt { get; init; }

    /// <summary>A workflow of the same name that GitHub does read.</summary>
    public Workflow? Namesake { get; init; }

    /// <summary>A workflow that GitHub does read, under another file name, with its <c>name</c> or its concurrency group: most likely for the same.</summary>
    public Workflow? Twin { get; init; }

    /// <summary>The file of a platform that deploys at each push, which it is for, too.</summary>
    public SourceFile? DeployedBy { get; init; }

    /// <summary>What no workflow that GitHub reads does either.</summary>
    public IReadOnlyList<StepIntent> Undone { get; init; } = [];
}
