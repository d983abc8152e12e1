using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Claims.Facts;

/// <summary>Whether a program that a claim calls missing is in the image, or on the machine of the job, that calls it.</summary>
internal static class ProgramFacts
{
    public static ClaimFact? Of(AskedClaim asked) => asked.Claim.Kind != ClaimKinds.ToolMissing ? null : InImage(asked) ?? OnRunner(asked);

    private static ClaimFact? InImage(AskedClaim asked)
    {
        var uses = asked.Deployment.All<ProgramUse>().Where(use => asked.Names(use.Program) && asked.IsNear(use.Span)).ToList();
        return uses.Find(use => use.Answer.IsMissing) is { } lost
                ? ClaimFact.Confirmed($"{lost.Base} does not have {lost.Program}, and nothing installs it.", lost.BaseAt ?? lost.Span)
            : uses.Find(use => use.Answer.Presence is Presence.Present or Presence.Produced) is { } held
                ? ClaimFact.Refuted($"The image has {held.Program}.", held.Answer.Because ?? held.BaseAt, held.Program)
            : null;
    }

    private static ClaimFact? OnRunner(AskedClaim asked)
    {
        var uses = asked
            .Deployment.All<RunnerProgramUse>()
            .Where(use => asked.Names(use.Program.Name) && use.Places.Any(asked.IsNear))
            .ToList();
        return uses.Find(use => use.IsMissing) is { } lost
                ? ClaimFact.Confirmed($"{lost.Machine} does not have {lost.Program.Name}.", lost.Places[0])
            : uses.Find(use => use.InstalledBy is not null) is { InstalledBy: { } step } held
                ? ClaimFact.Refuted($"{step} installs {held.Program.Name}.", step, held.Program.Name)
            : null;
    }
}
