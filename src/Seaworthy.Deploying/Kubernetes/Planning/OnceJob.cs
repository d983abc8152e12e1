namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>A Job that runs before the rollout.</summary>
/// <param name="Job">Its name.</param>
/// <param name="Text">As it is sent, with its deadline.</param>
/// <param name="Trial">The same under a name that is free: an older Job of its name may still be there, and a Job cannot be changed.</param>
/// <param name="What">What it is, as people call it.</param>
public sealed record OnceJob(WorkloadName Job, string Text, string Trial, string What);
