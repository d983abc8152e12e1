using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>A program signs or encrypts with a hard-coded key.</summary>
internal sealed class SigningKeyInSource : Rule<Component>
{
    private const int MostPlaces = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/signing-key-in-source",
            Title = "Hard-coded signing key",
            Area = Area.Secrets,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Everyone with access to the source can forge tokens and sessions of any user, in every deployment.",
            Holds = "Keys come from the environment or a secret store.",
        };

    public override IEnumerable<Component> Subjects(Deployment deployment)
    {
        var holders = deployment.All<LiteralKey>().Select(key => key.Component.Root).ToHashSet(StringComparer.Ordinal);
        return deployment.Components.Where(component => holders.Contains(component.Root) || component.Reads(SecretNames.IsSigningKey));
    }

    protected override Subject Identify(Component subject) => new(subject.Name, subject.DeclaredIn.Whole);

    protected override IEnumerable<Verdict> Check(Component subject, Deployment deployment)
    {
        var keys = deployment
            .All<LiteralKey>()
            .Where(key => key.Component.Root == subject.Root)
            .OrderBy(key => key.IsForDevelopment ? 1 : 0)
            .ToList();
        if (keys.Count > 0 && keys.TrueForAll(key => key.IsIdle))
        {
            yield return Unknown(
                keys[0].Span,
                $"{keys[0].Component.Title} hard-codes {keys[0].Name}; unknown whether it is used: nothing was seen to call its class."
            );
        }

        keys.RemoveAll(key => key.IsIdle);
        if (keys is not [var first, ..])
        {
            yield break;
        }

        var names = NameList.Of([.. keys.Select(key => key.Name).Distinct(StringComparer.Ordinal)], MostPlaces);
        yield return Warn(
                first.Span,
                $"{first.Component.Title} hard-codes {names}, and no variable overrides {(keys.Count == 1 ? "it" : "them")}."
            )
            .As(first.IsForDevelopment ? Severity.Low : Info.Severity)
            .Related(keys.Skip(1).Take(MostPlaces).Select(key => key.Span))
            .Remedy($"Read it from the environment in {first.Span}, stop at start if it is not set, and use a new key.")
            .VerifyAllGone();
    }
}
