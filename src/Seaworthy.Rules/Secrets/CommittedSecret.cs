using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>A secret in a committed file. One secret in many files is one verdict.</summary>
internal sealed class CommittedSecret : Rule<IReadOnlyList<PlacedSecret>>
{
    private const int MostPlaces = 10;
    public const string PrivateKey = "PRIVATE KEY";
    private const string State = ".tfstate";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/committed-secret",
            Title = "Committed secret",
            Area = Area.Secrets,
            Severity = Severity.Critical,
            HarmsAnywhere = true,
            Rationale = "Everyone with read access, now or in the past, can use it. Deleting the line does not remove it from the history.",
            Holds = "The value is a placeholder.",
        };

    public override IEnumerable<IReadOnlyList<PlacedSecret>> Subjects(Deployment deployment)
    {
        var declared = deployment
            .Artifacts.Where(artifact => artifact is EnvFile or Workflow)
            .Select(artifact => artifact.File.Path)
            .ToHashSet(StringComparer.Ordinal);
        LocalKeys local = new(deployment);
        NamedKeys named = new(deployment);
        var all = deployment.Of<SecretFile>().SelectMany(file => file.Secrets.Select(secret => new PlacedSecret(file, secret))).ToList();
        AwsKeyPairs pairs = new(all);
        var placed = all.Where(placed =>
                pairs.IsHalf(placed.Secret)
                || !declared.Contains(placed.File.File.Path)
                || placed.Secret.Certainty == SecretCertainty.Format
                || (placed.Secret.Certainty == SecretCertainty.Address && deployment.At<EnvFile>(placed.File.File.Path) is not null)
            )
            .Select(placed =>
                placed.Secret.Masked == PrivateKey
                    ? placed with
                    {
                        LocalBecause = local.Why(placed),
                        Ended = local.Ended(placed),
                        IsCertified = local.IsCertified(placed),
                        IsForgotten = named.IsForgotten(placed.File),
                    }
                    : placed
            )
            .ToList();
        var first = placed.GroupBy(one => one.Secret.Digest).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return placed
            .GroupBy(one => Cause(first[pairs.IdOf(one.Secret)]))
            .Select(same => same.OrderBy(one => one.IsSample ? 1 : 0).ThenBy(one => AwsKeyPairs.IsId(one.Secret) ? 0 : 1).ToList());
    }

    /// <summary>The same secret in several files, and the key pairs of one directory, are one verdict.</summary>
    private static string Cause(PlacedSecret placed) =>
        placed.Secret.Masked == PrivateKey
            ? $"{PrivateKey} {placed.File.File.Directory} {placed.LocalBecause is null} {placed.IsForgotten} {(placed.LocalBecause is null ? placed.Ended : null):yyyy-MM-dd} {IsNone(placed.Secret)}"
            : placed.Secret.Digest;

    private static bool IsNone(WrittenSecret secret) => secret.IsPlaceholder || secret.IsHarmless;

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
                        or "INSECURE"
                        or "DUMMY"
            );

    protected override Subject Identify(IReadOnlyList<PlacedSecret> subject) =>
        new(subject[0].File.File.Path, subject[0].Secret.Span, subject[0].Secret.Name ?? subject[0].Secret.Kind);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PlacedSecret> subject, Deployment deployment)
    {
        var (file, secret) = (subject[0].File, subject[0].Secret);
        if (IsNone(secret))
        {
            yield break;
        }

        var what = secret.Name is { } name ? $"{secret.Kind} {name}" : secret.Kind;
        var keys =
            secret.Masked == PrivateKey ? subject.Select(placed => placed.Secret.Digest).Distinct(StringComparer.Ordinal).Count() : 1;
        var message =
            keys == 1 ? $"{file.File.Path} contains {Article.Before(what)} ({secret.Masked})"
            : subject.All(placed => placed.File == file) ? $"{file.File.Path} contains {keys} private keys"
            : $"{file.File.Path} and other files contain {keys} private keys";
        var half = AwsKeyPairs.IsId(secret)
            ? subject.Select(placed => placed.Secret.HalfBeside).FirstOrDefault(span => span is not null)
            : null;
        if (half is null && AwsKeyPairs.IsId(secret) && subject.All(placed => AwsKeyPairs.IsId(placed.Secret)))
        {
            yield return Warn(secret.Span, $"{message} without its secret key, so it opens nothing.")
                .As(Severity.Low)
                .Remedy($"Remove it from {secret.Span}, and check whether the secret key was ever committed.")
                .Verify(TreeCheck.Secret([secret.Span]));
            yield break;
        }

        if (!subject[0].IsSample && file.IsCode && KeyOfProgram.Why(file.File) is { } published)
        {
            yield return Warn(secret.Span, $"{message}; {published}. It is public, and only that program's vendor can revoke it.")
                .As(Severity.Low)
                .Related(subject.Skip(1).Take(MostPlaces).Select(placed => placed.Secret.Span), keys > 1 ? null : "the same secret")
                .Remedy($"Remove it from {secret.Span} if nothing here needs it; else let users supply it, or note beside it whose it is.")
                .Verify(TreeCheck.Secret(subject.Select(placed => placed.Secret.Span)));
            yield break;
        }

        if (Undecided(subject, deployment, message, keys) is { } open)
        {
            yield return open;
            yield break;
        }

        if (Judge(subject, deployment, message, keys > 1 ? "keys" : "a key") is { } verdict)
        {
            yield return verdict
                .Related(half, "the secret key")
                .Related(subject.Skip(1).Take(MostPlaces).Select(placed => placed.Secret.Span), keys > 1 ? null : "the same secret")
                .Remedy(Remedy(subject) + StateFile(subject, deployment) + Elsewhere(subject, deployment))
                .Verify(TreeCheck.Secret(subject.Select(placed => placed.Secret.Span)));
        }
    }

    /// <summary>Not decidable from the repository: whether an expired key, or one of a local issuer, opens anything.</summary>
    private Verdict? Undecided(IReadOnlyList<PlacedSecret> subject, Deployment deployment, string message, int keys) =>
        subject[0] is { Ended: { } end, LocalBecause: null, IsSample: false }
            ? Unknown(
                subject[0].Secret.Span,
                $"{message}; unknown whether {(keys > 1 ? "they open" : "it opens")} anything: the certificate expired on {end:yyyy-MM-dd}."
            )
        : Import(subject, deployment) is { } import
            ? Unknown(
                    subject[0].Secret.Span,
                    $"{message}; unknown whether another issuer accepts it than the local one, which imports it ({import})."
                )
                .Related(import)
        : null;

    private static string Remedy(IReadOnlyList<PlacedSecret> subject) =>
        Remedy(subject[0], PlaceList.Of(subject.Select(placed => placed.Secret.Span)));

    private static string Remedy(PlacedSecret placed, string places) =>
        placed switch
        {
            { Secret: { Masked: PrivateKey, IsOfSandbox: true } } =>
                $"Remove {placed.File.File.Path} from the repository: each cluster has its own (`kind export kubeconfig`). Revoke it if it opens a server that others reach.",
            { Secret: { Certainty: SecretCertainty.NameAndEntropy, IsOfSandbox: true } } =>
                $"Revoke it if a server that others reach accepts it. Remove it from {places} and from the server's setup, and set it for both from the environment.",
            { IsAnswered: true } => $"Write a placeholder in {places}; if the key is yours, revoke it first.",
            { LocalBecause: not null } =>
                $"Remove {placed.File.File.Path} from the repository, and create one on each machine by script (`mkcert`, `openssl req -x509`).",
            _ => $"{Replaced(placed)}, remove it from {places}, and set it at deployment (an environment variable or a secret store).",
        };

    /// <summary>Terraform rewrites the file with every secret of its resources: it belongs elsewhere, and is not edited.</summary>
    /// <remarks>Source: Terraform documentation, "Sensitive data in state", "Backend configuration".</remarks>
    private static string StateFile(IReadOnlyList<PlacedSecret> subject, Deployment deployment)
    {
        var states = subject
            .Select(placed => placed.File.File)
            .Where(file => file.Name.Contains(State, StringComparison.Ordinal))
            .SelectMany(file => deployment.Tree.FilesIn(file.Directory))
            .Where(file => RepositoryPath.NameOf(file.Path).Contains(State, StringComparison.Ordinal))
            .Select(file => file.Path)
            .Distinct()
            .ToList();
        return states.Count > 0
            ? $" Run `git rm --cached {string.Join(' ', states)}`, ignore `*{State}*` in .gitignore, and keep the state in a remote backend: Terraform writes every secret of its resources into it."
            : "";
    }

    private static string Elsewhere(IReadOnlyList<PlacedSecret> subject, Deployment deployment) =>
        subject[0].Secret.Masked == PrivateKey
            ? ""
            : SamePlaces.Sentence(
                SamePlaces.Of(subject[0].Secret.StandsIn, subject.Select(placed => placed.File.File), deployment),
                isOne: true
            );

    /// <summary>A service's token is revoked there; a self-made key or password is replaced wherever it is accepted.</summary>
    private static string Replaced(PlacedSecret placed) =>
        placed.Secret switch
        {
            { Masked: PrivateKey } => "Create a new key pair, replace the public key or the certificate wherever it is trusted",
            { Certainty: SecretCertainty.Format } => "Revoke it at its issuer",
            _ => "Change it wherever it is accepted",
        };

    /// <summary>The mount through which the same file imports the realm into its own Keycloak; null if the secret is anywhere else than beside such an address, or in tests.</summary>
    /// <remarks>Source: Keycloak, "Running Keycloak in a container", "Importing a realm on startup".</remarks>
    private static SourceSpan? Import(IReadOnlyList<PlacedSecret> subject, Deployment deployment) =>
        subject[0].Secret is { IsOfSandbox: true, Certainty: SecretCertainty.NameAndEntropy }
        && subject.All(placed => placed.IsSample || placed.Secret.IsOfSandbox)
            ? deployment
                .Paths.Where(use =>
                    use is { Role: PathRole.BindSource, Target: { } target }
                    && use.Span.File == subject[0].File.File
                    && target.StartsWith("/opt/keycloak/data/import", StringComparison.Ordinal)
                )
                .Select(use => (SourceSpan?)use.Span)
                .FirstOrDefault()
            : null;

    private Verdict? Judge(IReadOnlyList<PlacedSecret> subject, Deployment deployment, string message, string keys) =>
        subject[0] is var placed && placed.Secret.Masked == PrivateKey
            ? OfKey(placed, deployment, message, keys) switch
            {
                not null when OfTest(subject) is { } test => Warn(
                        placed.Secret.Span,
                        $"{message}. {test.File} uses it in tests, so it may open nothing else."
                    )
                    .As(Severity.Medium),
                var verdict => verdict,
            }
            : OfValue(placed, deployment, message);

    /// <summary>A test with the same key.</summary>
    private static SourceSpan? OfTest(IReadOnlyList<PlacedSecret> subject) =>
        subject
            .Where(other => other.IsSample && other.Secret.Digest == subject[0].Secret.Digest)
            .Select(other => (SourceSpan?)other.Secret.Span)
            .FirstOrDefault();

    private Verdict? OfValue(PlacedSecret placed, Deployment deployment, string message) =>
        placed.Secret.Certainty switch
        {
            SecretCertainty.Format when placed.IsSample => Warn(placed.Secret.Span, $"{message} in a test or an example; it may be real.")
                .As(Severity.Medium),
            SecretCertainty.Format when AwsKeyPairs.IsTemporary(placed.Secret) => Warn(
                    placed.Secret.Span,
                    $"{message} of a session, valid for at most 36 hours."
                )
                .As(Severity.Medium),
            SecretCertainty.Format when placed.IsAnswered => Warn(
                    placed.Secret.Span,
                    $"{message} in a transcript of `aws configure`; it may be a sample."
                )
                .As(Severity.High),
            SecretCertainty.Format when placed.IsInDocument => Warn(placed.Secret.Span, $"{message} in a document; it may be a sample.")
                .As(Severity.High),
            SecretCertainty.Format => Fail(placed.Secret.Span, $"{message}."),
            _ when placed.IsSample => null,
            SecretCertainty.Address when IsOwnHost(placed.Secret, deployment) => null,
            SecretCertainty.Address when placed.IsToldOnly => Warn(
                    placed.Secret.Span,
                    $"{message} for another host, in a text that shows an address; it may be real."
                )
                .As(Severity.Medium),
            SecretCertainty.Address => Fail(placed.Secret.Span, $"{message} for another host.").As(Severity.High),
            _ => OfName(placed, deployment, $"{message}, a random value"),
        };

    private Verdict? OfKey(PlacedSecret placed, Deployment deployment, string message, string keys)
    {
        var span = placed.Secret.Span;
        return placed.IsSample ? null
            : IsForDevelopment(placed.File.File.Path) ? Warn(span, $"{message} (for development, by its path).").As(Severity.Medium)
            : placed.LocalBecause is { } why ? Warn(span, $"{message}, {keys} for local use: {why}.").As(Severity.Medium)
            : placed.Secret.IsEncrypted && !HasPassphrase(deployment)
                ? Warn(span, $"{message}, protected by a passphrase that is not in the repository.").As(Severity.Medium)
            : placed.IsForgotten ? Warn(span, $"{message}. Nothing refers to the file, so it may open nothing.").As(Severity.High)
            : placed.IsCertified ? Fail(span, $"{message} with a valid certificate.")
            // A token names its issuer; of ten such keys two were fixtures or public.
            : Warn(span, $"{message}; the repository does not say what {(keys == "keys" ? "they open" : "it opens")}.");
    }

    /// <summary>A service of the repository with a dot in its name, or its fixed address: <c>mssql.crm</c>, <c>ipv4_address: 172.30.0.11</c>.</summary>
    private static bool IsOwnHost(WrittenSecret secret, Deployment deployment) =>
        deployment
            .Workloads.SelectMany(workload => workload.HostNames)
            .Concat(
                deployment
                    .Of<ComposeFile>()
                    .SelectMany(file => file.Services)
                    .SelectMany(service => service.Networks)
                    .Select(network => network.Ipv4Address?.Literal)
                    .OfType<string>()
            )
            .Any(host => host.Contains('.', StringComparison.Ordinal) && secret.StandsBeside(host));

    private static bool HasPassphrase(Deployment deployment) =>
        deployment
            .Of<EnvFile>()
            .SelectMany(file => file.Entries)
            .Any(entry =>
                entry.Name.Value.Contains("PASSPHRASE", StringComparison.OrdinalIgnoreCase)
                || entry.Name.Value.Contains("WALLET_PASSWORD", StringComparison.OrdinalIgnoreCase)
            );

    private Verdict OfName(PlacedSecret placed, Deployment deployment, string message)
    {
        var span = placed.Secret.Span;
        var verdict =
            IsForDevelopment(placed.File.File.Path) ? Warn(span, $"{message} (for development).").As(Severity.Medium)
            : placed.Secret.IsOfSandbox
                ? Warn(span, $"{message} (for a sandbox or a local server, by the address beside it).").As(Severity.Medium)
            : placed.File.IsCode ? Warn(span, $"{message}.").As(Severity.High)
            : IsUnread(placed, deployment) ? Warn(span, $"{message}. Nothing reads this variable.").As(Severity.High)
            // Of 240 such values in programs' settings, readers refuted 5.
            : IsOfSettings(placed) ? Fail(span, $"{message}.").As(Severity.High)
            : Warn(span, $"{message}.").As(Severity.High);
        // Neither name nor form prove it: samples, hashes and public keys look the same.
        return verdict.As(Certainty.Likely);
    }

    /// <summary>A signing key or password of a JVM or .NET program, in settings that it loads in every deployment.</summary>
    private static bool IsOfSettings(PlacedSecret placed) =>
        placed.File.File.Name is var file
        && (
            file.StartsWith("application", StringComparison.OrdinalIgnoreCase)
            || file.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
            || file.StartsWith("bootstrap", StringComparison.OrdinalIgnoreCase)
        )
        && placed.Secret.Name is { } name
        && (
            name.Contains("password", StringComparison.OrdinalIgnoreCase)
            || name.Contains("jwt", StringComparison.OrdinalIgnoreCase)
            || name.Contains("secret", StringComparison.OrdinalIgnoreCase)
            || name.Contains("signing", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The line sets it for workloads, and no code of theirs reads it.</summary>
    private static bool IsUnread(PlacedSecret placed, Deployment deployment)
    {
        return deployment.Variables.Where(each => each.Workload.Supplied.Any(IsHere)).ToList() is [_, ..] given
            && given.TrueForAll(each => each.Unread.Any(IsHere));

        bool IsHere(SuppliedVariable variable) =>
            variable
                .Value.Chain.Prepend(variable.Span)
                .Any(span => span.File == placed.Secret.Span.File && span.StartLine == placed.Secret.Span.StartLine);
    }
}
