using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A service checks tokens with another secret than the one with which they are signed.</summary>
internal sealed class SharedSecretDiffers : Rule<IReadOnlyList<SharedSecret>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/shared-secret-differs",
            Title = "Secret of tokens that differs between services",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "A token that is signed with one secret is refused by whoever checks it with another: each request of a user who has signed in is answered with 401.",
            Holds = "The service checks tokens with the secret with which they are signed.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<SharedSecret>(SharedSecretLinker.Link)];

    /// <summary>Many that check what one signs are one mistake.</summary>
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
            yield return Unknown(
                Place(use),
                $"{who} {check} tokens that {signers} signs; whether both have the same {use.Name} cannot be told: {why}."
            );
        }
        else if (subject.Differs || subject.IsLeftToDefault)
        {
            var message = $"{who} {check} tokens with {How(use)}, and {signers} signs them with {How(subject.Signers[0])}: ";
            yield return (
                subject.Differs
                    ? Fail(Place(use), message + "the two differ, and every token is refused.")
                    : LikelyFail(Place(use), message + "unless the machine has the same word by chance, every token is refused.")
                        .As(Severity.High)
            )
                .Related(subject.Signers.Select(Place), "signs with this one")
                .Related(alike.Skip(1).Select(other => Place(other.Verifier)), "checks likewise")
                .Related(
                    alike.Where(other => other.Verifier.Supply is null).Select(other => other.Verifier.Workload.Span),
                    "is not given the variable"
                )
                .Remedy($"Give {who} and {signers} the same {use.Name}, from one place: a secret, or a variable of the machine.")
                .VerifyOneGone();
        }
    }

    private static string Who(IReadOnlyList<SharedSecret> alike) =>
        string.Join(", ", alike.Select(secret => secret.Verifier.Workload.Name).Distinct());

    private static string How(VariableUse use) =>
        use.Supply is null ? $"the default in the code, as nothing gives {use.Name}" : $"the {use.Name} of the deployment";

    private static Seaworthy.Model.Source.SourceSpan Place(VariableUse use) => use.Supply?.Span ?? use.Strongest.Span;
}
