using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A service checks tokens with a different secret than they are signed with.</summary>
internal sealed class SharedSecretDiffers : Rule<IReadOnlyList<SharedSecret>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/shared-secret-differs",
            Title = "Mismatched token secret",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The service rejects every token, so each request of a logged-in user gets 401.",
            Holds = "The service checks tokens with the secret that signs them.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<SharedSecret>(SharedSecretLinker.Link)];

    /// <summary>Several verifiers of one signer are one fault.</summary>
    public override IEnumerable<IReadOnlyList<SharedSecret>> Subjects(Deployment deployment) =>
        deployment
            .All<SharedSecret>()
            .GroupBy(secret => new
            {
                secret.Verifier.Name,
                Signer = secret.Signers[0].Workload,
                How = How(secret.Verifier),
                secret.Differs,
                secret.IsLeftToDefault,
                secret.UnknownBecause,
            })
            .Select(alike => alike.ToList());

    protected override Subject Identify(IReadOnlyList<SharedSecret> subject) =>
        new($"{Who(subject)}: {subject[0].Verifier.Name}", Place(subject[0].Verifier));

    protected override IEnumerable<Verdict> Check(IReadOnlyList<SharedSecret> alike, Deployment deployment)
    {
        var subject = alike[0];
        var use = subject.Verifier;
        var (who, signers) = (Who(alike), string.Join(", ", subject.Signers.Select(signer => signer.Workload.Name)));
        var check = alike.Count > 1 ? "check" : "checks";
        if (subject.UnknownBecause is { } why)
        {
            yield return Unknown(Place(use), $"{who} {check} tokens of {signers}; unknown whether both have the same {use.Name}: {why}.");
        }
        else if (subject.Differs || subject.IsLeftToDefault)
        {
            var message =
                $"{signers} {(subject.Signers.Count > 1 ? "sign" : "signs")} tokens with {How(subject.Signers[0])}, but {who} {check} them with {How(use)}. ";
            yield return (
                subject.Differs
                    ? Fail(Place(use), message + "They differ.")
                    : LikelyFail(Place(use), message + "They differ unless the machine sets the same value.").As(Severity.High)
            )
                .Related(subject.Signers.Select(Place), "signs with this")
                .Related(alike.Skip(1).Select(other => Place(other.Verifier)), "checks in the same way")
                .Related(
                    alike.Where(other => other.Verifier.Supply is null).Select(other => other.Verifier.Workload.Span),
                    "does not set the variable"
                )
                .Remedy($"Set the same {use.Name} for {who} and {signers} from one place: a secret, or a variable of the machine.")
                .VerifyOneGone();
        }
    }

    private static string Who(IReadOnlyList<SharedSecret> alike) =>
        string.Join(", ", alike.Select(secret => secret.Verifier.Workload.Name).Distinct());

    private static string How(VariableUse use) => use.Supply is null ? $"its hard-coded {use.Name}" : $"the deployment's {use.Name}";

    private static Seaworthy.Model.Source.SourceSpan Place(VariableUse use) => use.Supply?.Span ?? use.Strongest.Span;
}
