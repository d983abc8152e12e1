namespace Seaworthy.Engine.Claims.Facts;

/// <summary>Whether a name that a claim calls undefined is defined: stages, services, volumes, secrets and their keys, jobs, outputs, scripts.</summary>
internal static class NameFacts
{
    public static ClaimFact? Of(AskedClaim asked)
    {
        var uses = asked.Deployment.Names.Where(use => asked.Names(use.Name) && asked.IsNear(use.Span)).ToList();
        return uses.Find(use => use.IsMissing && !use.IsConditional) is { } missing
            ? missing.Doubt is { } doubt
                ? ClaimFact.Open($"{missing.In} does not define {missing.Name}, but {doubt}.", missing.Span)
                : ClaimFact.Confirmed($"{Where(missing.In)} does not define {missing.Name}{Instead(missing.Candidates)}.", missing.Span)
            : uses.Find(use => use.UnknownBecause is not null) is { UnknownBecause: { } why } unknown
                ? ClaimFact.Open($"{unknown.Name}: {why}.", unknown.Span)
                // A name that is defined may still have a wrong value.
                : asked.Claim.Kind == ClaimKinds.NameDiffers
                && uses.Find(use => use.Definition is not null) is { Definition: { } definition } sound
                    ? ClaimFact.Refuted($"{definition} defines {sound.Name}.", definition, [.. uses.Select(use => use.Name)])
                    : null;
    }

    private static string Where(string place) => place.Length > 0 ? place : "The repository";

    private static string Instead(IReadOnlyList<string> candidates) =>
        candidates.Count is > 0 and <= Model.Topology.NameUse.MostCandidates ? $"; it defines {string.Join(", ", candidates)}" : "";
}
