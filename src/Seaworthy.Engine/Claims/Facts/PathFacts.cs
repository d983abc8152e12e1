using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Claims.Facts;

/// <summary>Whether a path that a claim calls missing is there, in the place where it is looked for.</summary>
internal static class PathFacts
{
    public static ClaimFact? Of(AskedClaim asked)
    {
        if (asked.Claim.Kind != ClaimKinds.PathMissing)
        {
            return null;
        }

        var uses = asked
            .Deployment.Paths.Where(use => asked.IsNear(use.Span) && asked.Claim.Values.Any(value => IsMeant(value, use)))
            .ToList();
        return uses.Count == 0
            ? InTree(asked)
            : Of(uses) with
            {
                Answered = [.. asked.Claim.Values.Where(value => uses.Exists(use => IsMeant(value, use)))],
            };
    }

    private static ClaimFact Of(List<PathUse> uses)
    {
        var use =
            uses.Find(each => each.Answer.IsMissing)
            ?? uses.Find(each => each.Answer.Presence is not (Presence.Present or Presence.Produced))
            ?? uses[0];
        var path = use.Answer.Looked.Length > 0 ? use.Answer.Looked : use.Path;
        return use.Answer switch
        {
            { IsMissing: true } when Excuse(use) is { } excuse => ClaimFact.Open(excuse, use.Span),
            { Presence: Presence.OtherCase or Presence.Elsewhere, Actual: { } actual } => ClaimFact.Confirmed(
                $"{path} does not exist; {actual} does.",
                use.Span
            ),
            { Presence: Presence.IgnoredByDocker, Because: { } rule } => ClaimFact.Confirmed(
                $"{rule} keeps {path} out of the build context.",
                rule
            ),
            { Presence: Presence.IgnoredByGit, Because: { } rule } => ClaimFact.Confirmed(
                $"{rule} keeps {path} out of the repository.",
                rule
            ),
            { IsMissing: true } => ClaimFact.Confirmed($"{path} does not exist, seen from {use.From}.", use.Span),
            { Presence: Presence.Present } => ClaimFact.Refuted($"{path} exists, seen from {use.From}.", use.Span, []),
            { Presence: Presence.Produced, Because: { } step } => ClaimFact.Refuted($"{step} makes {path} before it is needed.", step, []),
            var other => ClaimFact.Open(
                $"The repository cannot tell whether {path} is there{(other.Why is { } why ? $": {why}" : "")}.",
                use.Span
            ),
        };
    }

    private static string? Excuse(PathUse use) =>
        use.UnneededBecause is { } why ? $"Nothing is lost without {use.Path}: {why}."
        : use.MadeAt is { } made ? $"{made} may make {use.Path}."
        : use.ToldAt is { } stated ? $"{stated} says to put {use.Path} there."
        : use.IsConditional ? $"{use.Path} is needed under a condition alone."
        : use.IsPrivate ? $"{use.Path} holds secrets by its name: a repository rightly lacks it."
        : null;

    private static ClaimFact? InTree(AskedClaim asked)
    {
        if (asked.First is not { } written || written.Trim('/') is not { Length: > 0 } path || path.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var isThere = asked.Deployment.Tree.HasFile(path) || asked.Deployment.Tree.HasDirectory(path);
        return !isThere ? ClaimFact.Open($"{path} is not in the repository.")
            : asked.Claim.Places.All(place => place.Path != path && IsOfCheckout(place.Path))
            && asked.There.Any(place => place.Span is { IsWholeFile: false } span && span.Line.Contains(written, StringComparison.Ordinal))
                ? ClaimFact.Refuted($"{path} is in the repository.", null, written)
            : ClaimFact.Open($"{path} is in the repository; whether it is where it is looked for is not known.");
    }

    // What an image, a runner or a server lacks may be in the repository all the same.
    private static bool IsOfCheckout(string place) =>
        !place.EndsWith("file", StringComparison.OrdinalIgnoreCase)
        && !place.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        && !place.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    private static bool IsMeant(string value, PathUse use) =>
        Plain(value) is { Length: > 0 } wanted
        && (
            wanted == Plain(use.Path)
            || wanted == Plain(use.Answer.Looked)
            || Plain(use.Answer.Looked).EndsWith("/" + wanted, StringComparison.Ordinal)
        );

    private static string Plain(string path) => path.TrimStart('.').Trim('/');
}
