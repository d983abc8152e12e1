using Seaworthy.Model.Topology;

namespace Seaworthy.Model.Known.Actions;

/// <summary>What the world knows of a published action.</summary>
/// <param name="Name">Owner, repository and path in lower case, as <c>ActionReference.Name</c> gives it.</param>
/// <param name="LatestMajor">The newest major version on the day of reading; 0 = it has none.</param>
/// <param name="Read">The day up to which its repository was read.</param>
public sealed record KnownAction(string Name, int LatestMajor, DateOnly Read)
{
    /// <summary>Every input that any major version declares; empty = not known.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Those of them that newer versions do not take any more, with the first major that ignores them.</summary>
    public IReadOnlyDictionary<string, int> RemovedInputs { get; init; } = new Dictionary<string, int>();

    /// <summary>The inputs that a major version takes; all for one that is not known.</summary>
    public IReadOnlyList<string> InputsOf(int? major) =>
        RemovedInputs.Count == 0 || major is null
            ? Inputs
            : [.. Inputs.Where(input => !RemovedInputs.TryGetValue(input, out var since) || major < since)];

    /// <summary>Inputs that every major version requires and gives no default.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Every output that any major version declares.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>Its inputs or its script name further outputs: a filter, a registry, <c>core.setOutput</c>.</summary>
    public bool HasComputedOutputs { get; init; }

    /// <summary>Inputs that name something of the repository, or hold commands.</summary>
    public IReadOnlyList<ActionInputUse> Purposes { get; init; } = [];

    /// <summary>On which Node.js each major version runs.</summary>
    public IReadOnlyList<ActionRuntime> Runtimes { get; init; } = [];

    /// <summary>What a step with it is for, as far as its inputs do not decide.</summary>
    public IReadOnlyList<StepIntent> Intents { get; init; } = [];

    public ActionState State { get; init; }

    /// <summary>What its users should take instead.</summary>
    public string? Replacement { get; init; }

    /// <summary>Up to this major version the service behind it is gone: the step fails. 0 = none.</summary>
    public int RetiredThrough { get; init; }

    /// <summary>Up to this major version its authors have ended their support; the step still runs. 0 = none.</summary>
    public int UnsupportedThrough { get; init; }

    public DateOnly? RetiredSince { get; init; }

    public ActionInputPurpose PurposeOf(string input) =>
        Purposes.FirstOrDefault(use => string.Equals(use.Input, input, StringComparison.OrdinalIgnoreCase))?.Purpose
        ?? ActionInputPurpose.Other;
}
