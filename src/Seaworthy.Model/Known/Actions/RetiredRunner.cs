namespace Seaworthy.Model.Known.Actions;

/// <summary>A runner label that GitHub no longer serves: a job on it waits until it is cancelled.</summary>
public sealed record RetiredRunner(string Label, DateOnly Since);
