using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Secrets;

/// <summary>A secret stands in a file that every clone holds. One secret in many files is one verdict.</summary>
internal sealed class CommittedSecret : Rule<IReadOnlyList<PlacedSecret>>
{
    private const int MostPlaces = 10;
    public const string PrivateKey = "PRIVATE KEY";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/committed-secret",
            Title = "Secret in the repository",
            Area = Area.Secrets,
            Severity = Severity.Critical,
            Rationale =
                "Everybody who can read the repository, or ever could, can use it: deleting the line does not take it out of the history.",
            Holds = "The value only stands for a secret.",
        };

    public override IEnumerable<IReadOnlyList<PlacedSecret>> Subjects(Deployment deployment)
    {
        var declared = deployment
            .Artifacts.Where(artifact => artifact is EnvFile or Workflow)
            .Select(artifact => artifact.File.Path)
            .ToHashSet(StringComparer.Ordinal);
        LocalKeys local = new(deployment);
        NamedKeys named = new(deployment);
        var placed = deployment
            .Of<SecretFile>()
            .SelectMany(file => file.Secrets.Select(secret => new PlacedSecret(file, secret)))
            .Where(placed => placed.Secret.Certainty == SecretCertainty.Format || !declared.Contains(placed.File.File.Path))
            .Select(placed =>
                placed.Secret.Masked == PrivateKey
                    ? placed with
                    {
                        LocalBecause = local.Why(placed.File.File.Path),
                        IsForgotten = named.IsForgotten(placed.File),
                    }
                    : placed
            )
            .ToList();
        var first = placed.GroupBy(one => one.Secret.Digest).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return placed.GroupBy(one => Cause(first[one.Secret.Digest])).Select(same => same.OrderBy(one => one.IsSample).ToList());
    }

    /// <summary>The same secret in several files, and the key pairs of one directory, were put there at once.</summary>
    private static string Cause(PlacedSecret placed) =>
        placed.Secret.Masked == PrivateKey
            ? $"{PrivateKey} {placed.File.File.Directory} {placed.LocalBecause is null} {placed.IsForgotten}"
            : placed.Secret.Digest;

    public static bool IsForDevelopment(string name) =>
        name.Contains("self-signed", StringComparison.OrdinalIgnoreCase)
        || name.Split('/', '.', '-', '_')
            .Any(word =>
                word.ToUpperInvariant()
                    is "LOCAL"
                        or "DEV"
                        or "DEVENV"
                        or "DEVELOPMENT"
                        or "LOCALHOST"
                        or "SELFSIGNED"
                        or "SNAKEOIL"
                        or "DUMMY"
            );

    protected override Subject Identify(IReadOnlyList<PlacedSecret> subject) => new(subject[0].File.File.Path, subject[0].Secret.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PlacedSecret> subject, Deployment deployment)
    {
        var (file, secret) = (subject[0].File, subject[0].Secret);
        if (secret.IsPlaceholder || secret.IsHarmless)
        {
            yield break;
        }

        var what = secret.Name is { } name ? $"{secret.Kind} {name}" : secret.Kind;
        var keys =
            secret.Masked == PrivateKey ? subject.Select(placed => placed.Secret.Digest).Distinct(StringComparer.Ordinal).Count() : 1;
        var message =
            keys > 1 ? $"{file.File.Path} and other files hold {keys} private keys" : $"{file.File.Path} holds a {what} ({secret.Masked})";
        var verdict = (secret.Certainty, subject[0].IsSample, file.IsCode) switch
        {
            (SecretCertainty.Format, false, _) when secret.Masked == PrivateKey && IsForDevelopment(file.File.Path) => Warn(
                    secret.Span,
                    $"{message}, by its place for development."
                )
                .As(Severity.Medium),
            (SecretCertainty.Format, false, _) when subject[0].LocalBecause is { } why => Warn(
                    secret.Span,
                    $"{message}, {(keys > 1 ? "keys" : "a key")} of local use: {why}."
                )
                .As(Severity.Medium),
            (SecretCertainty.Format, false, _) when subject[0].IsForgotten => Warn(
                    secret.Span,
                    $"{message}; nothing here names the file, so it may open nothing."
                )
                .As(Severity.High),
            (SecretCertainty.Format, false, _) => Fail(secret.Span, $"{message}, in the form by which it is recognised."),
            (SecretCertainty.Format, true, _) when secret.Masked != PrivateKey => Warn(
                    secret.Span,
                    $"{message}, in a test or an example; it may be a real one."
                )
                .As(Severity.Medium),
            (SecretCertainty.Address, false, _) => Fail(secret.Span, $"{message} of another host.").As(Severity.High),
            (SecretCertainty.NameAndEntropy, false, _) when IsForDevelopment(file.File.Path) => Warn(
                    secret.Span,
                    $"{message}, a random value under a name that promises a secret, though for development."
                )
                .As(Severity.Medium)
                .As(Confidence.Medium),
            (SecretCertainty.NameAndEntropy, false, _) when secret.IsOfSandbox => Warn(
                    secret.Span,
                    $"{message}, a random value under a name that promises a secret, though of a sandbox by the address beside it."
                )
                .As(Severity.Medium)
                .As(Confidence.Medium),
            (SecretCertainty.NameAndEntropy, false, false) => Fail(
                    secret.Span,
                    $"{message}, a random value under a name that promises a secret."
                )
                .As(Severity.High)
                .As(Confidence.Medium),
            (SecretCertainty.NameAndEntropy, false, true) => Warn(
                    secret.Span,
                    $"{message}, a random value under a name that promises a secret."
                )
                .As(Severity.High)
                .As(Confidence.Medium),
            _ => null,
        };
        if (verdict is not null)
        {
            yield return verdict
                .Related(subject.Skip(1).Take(MostPlaces).Select(placed => placed.Secret.Span), keys > 1 ? null : "the same secret")
                .Remedy(
                    subject[0].LocalBecause is not null
                        ? $"Take {file.File.Path} out of the repository, and let a script make one on each machine (`mkcert`, `openssl req -x509`)."
                        : $"Revoke it where it was issued, take it out of {secret.Span}, and let the deployment give it (an environment variable or a secret store)."
                )
                .Verify("gitleaks detect --redact   # the history holds it until it is revoked");
        }
    }
}
