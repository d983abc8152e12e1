using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Model.Known.Actions;

/// <summary>What a tool of deployment wants before it talks to anybody.</summary>
/// <param name="Tool">As it is called.</param>
/// <param name="Failure">What happens without, as part of a sentence.</param>
/// <param name="Remedy">What gives it, as an imperative.</param>
/// <param name="Signs">Words of a job that may give it; in any letter case.</param>
public sealed record SignIn(string Tool, string Failure, string Remedy, IReadOnlyList<string> Signs)
{
    public bool MayBeGivenBy(JobText job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.HasAny(Signs);
    }
}
