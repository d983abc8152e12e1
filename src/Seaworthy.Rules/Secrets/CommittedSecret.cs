using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>A secret stands in a file that every clone holds. One secret in many files is one verdict.</summary>
internal sealed class CommittedSecret : Rule<IReadOnlyList<PlacedSecret>>
{
    private const int MostPlaces = 10;
    public const string PrivateKey = "PRIVATE KEY";
    private const string State = ".tfstate";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/committed-secret",
            Title = "Secret in the repository",
            Area = Area.Secrets,
            Severity = Severity.Critical,
            HarmsAnywhere = true,
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

    /// <summary>The same secret in several files, and the key pairs of one directory, were put there at once.</summary>
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

    protected override Subject Identify(IReadOnlyList<PlacedSecret> subject) => new(subject[0].File.File.Path, subject[0].Secret.Span);

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
            keys == 1 ? $"{file.File.Path} holds {Article.Before(what)} ({secret.Masked})"
            : subject.All(placed => placed.File == file) ? $"{file.File.Path} holds {keys} private keys"
            : $"{file.File.Path} and other files hold {keys} private keys";
        var half = AwsKeyPairs.IsId(secret)
            ? subject.Select(placed => placed.Secret.HalfBeside).FirstOrDefault(span => span is not null)
            : null;
        if (half is null && AwsKeyPairs.IsId(secret) && subject.All(placed => AwsKeyPairs.IsId(placed.Secret)))
        {
            yield return Warn(secret.Span, $"{message}; the secret half, without which it opens nothing, was not found.")
                .As(Severity.Low)
                .Remedy($"Take it out of {secret.Span}, and look whether the other half was ever committed.")
                .Verify(TreeCheck.Secret([secret.Span]));
            yield break;
        }

        if (!subject[0].IsSample && file.IsCode && KeyOfProgram.Why(file.File) is { } published)
        {
            yield return Warn(
                    secret.Span,
                    $"{message}; {published}: whoever has that program has it, too, and only its maker can revoke it."
                )
                .As(Severity.Low)
                .Related(subject.Skip(1).Take(MostPlaces).Select(placed => placed.Secret.Span), keys > 1 ? null : "the same secret")
                .Remedy(
                    $"Take it out of {secret.Span} where nothing here needs it; else let its users give it, or say beside it whose it is."
                )
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
                .Related(half, "the secret half")
                .Related(subject.Skip(1).Take(MostPlaces).Select(placed => placed.Secret.Span), keys > 1 ? null : "the same secret")
                .Remedy(Remedy(subject) + StateFile(subject, deployment) + Elsewhere(subject, deployment))
                .Verify(TreeCheck.Secret(subject.Select(placed => placed.Secret.Span)));
        }
    }

    /// <summary>What nobody can tell from the tree: whether what ended, or what its own file makes an issuer of, opens anything.</summary>
    private Verdict? Undecided(IReadOnlyList<PlacedSecret> subject, Deployment deployment, string message, int keys) =>
        subject[0] is { Ended: { } end, LocalBecause: null, IsSample: false }
            ? Unknown(
                subject[0].Secret.Span,
                $"{message}, whose certificate ended on {end:yyyy-MM-dd}; whether {(keys > 1 ? "they open" : "it opens")} anything cannot be told."
            )
        : Import(subject, deployment) is { } import
            ? Unknown(
                    subject[0].Secret.Span,
                    $"{message}, beside the address of an issuer on the same machine, which imports its realm ({import}); whether any other issuer takes it cannot be told."
                )
                .Related(import)
        : null;

    private static string Remedy(IReadOnlyList<PlacedSecret> subject) =>
        Remedy(subject[0], PlaceList.Of(subject.Select(placed => placed.Secret.Span)));

    private static string Remedy(PlacedSecret placed, string places) =>
        placed switch
        {
            { Secret: { Masked: PrivateKey, IsOfSandbox: true } } =>
                $"Take {placed.File.File.Path} out of the repository: whoever makes the cluster gets one of their own (`kind export kubeconfig`). Revoke it if it opens a server that others reach.",
            { Secret: { Certainty: SecretCertainty.NameAndEntropy, IsOfSandbox: true } } =>
                $"Revoke it if a server that others reach takes it. Take it out of {places}, together with what makes the server of it, and let the environment give it to both.",
            { IsAnswered: true } => $"Write a placeholder in {places}; if the key is one of yours, revoke it first.",
            { LocalBecause: not null } =>
                $"Take {placed.File.File.Path} out of the repository, and let a script make one on each machine (`mkcert`, `openssl req -x509`).",
            _ =>
                $"{Replaced(placed)}, take it out of {places}, and let the deployment give it (an environment variable or a secret store).",
        };

    /// <summary>Terraform writes the file anew with every secret of what it makes: it is kept elsewhere, not edited.</summary>
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
            ? $" Run `git rm --cached {string.Join(' ', states)}`, ignore `*{State}*` in .gitignore, and keep the state in a remote backend: Terraform writes every secret of what it makes into it."
            : "";
    }

    private static string Elsewhere(IReadOnlyList<PlacedSecret> subject, Deployment deployment) =>
        subject[0].Secret.Masked == PrivateKey
            ? ""
            : SamePlaces.Sentence(
                SamePlaces.Of(subject[0].Secret.StandsIn, subject.Select(placed => placed.File.File), deployment),
                isOne: true
            );

    /// <summary>A token of a service is revoked there; a key or a password that people made themselves is made anew, and what trusts it is told.</summary>
    private static string Replaced(PlacedSecret placed) =>
        placed.Secret switch
        {
            { Masked: PrivateKey } => "Make a new pair of keys, replace the public key or the certificate wherever it is trusted",
            { Certainty: SecretCertainty.Format } => "Revoke it at the service that issued it",
            _ => "Change it wherever it is accepted",
        };

    /// <summary>The mount with which the same file gives its own Keycloak the realm; null where the secret stands anywhere else than beside such an address, or in tests.</summary>
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
                        $"{message}, with which {test.File} tries the program: it may open nothing else."
                    )
                    .As(Severity.Medium),
                var verdict => verdict,
            }
            : OfValue(placed, deployment, message);

    /// <summary>A test that has the very same key.</summary>
    private static SourceSpan? OfTest(IReadOnlyList<PlacedSecret> subject) =>
        subject
            .Where(other => other.IsSample && other.Secret.Digest == subject[0].Secret.Digest)
            .Select(other => (SourceSpan?)other.Secret.Span)
            .FirstOrDefault();

    private Verdict? OfValue(PlacedSecret placed, Deployment deployment, string message) =>
        placed.Secret.Certainty switch
        {
            SecretCertainty.Format when placed.IsSample => Warn(
                    placed.Secret.Span,
                    $"{message}, in a test or an example; it may be a real one."
                )
                .As(Severity.Medium),
            SecretCertainty.Format when AwsKeyPairs.IsTemporary(placed.Secret) => Warn(
                    placed.Secret.Span,
                    $"{message} of a session, which ends within a day and a half."
                )
                .As(Severity.Medium),
            SecretCertainty.Format when placed.IsAnswered => Warn(
                    placed.Secret.Span,
                    $"{message}, as an answer in a text that shows how `aws configure` asks; it may be the sample of whoever wrote that text first."
                )
                .As(Severity.High),
            SecretCertainty.Format when placed.IsInDocument => Warn(
                    placed.Secret.Span,
                    $"{message}, in a text for people; whether it is a sample or a real one cannot be told from that."
                )
                .As(Severity.High),
            SecretCertainty.Format => Fail(placed.Secret.Span, $"{message}, in the form by which it is recognised."),
            _ when placed.IsSample => null,
            SecretCertainty.Address when IsOwnHost(placed.Secret, deployment) => null,
            SecretCertainty.Address when placed.IsToldOnly => Warn(
                    placed.Secret.Span,
                    $"{message} of another host, where a text shows an address; it may be a real one."
                )
                .As(Severity.Medium),
            SecretCertainty.Address => Fail(placed.Secret.Span, $"{message} of another host.").As(Severity.High),
            _ => OfName(placed, deployment, $"{message}, a random value under a name that promises a secret"),
        };

    private Verdict? OfKey(PlacedSecret placed, Deployment deployment, string message, string keys)
    {
        var span = placed.Secret.Span;
        return placed.IsSample ? null
            : IsForDevelopment(placed.File.File.Path) ? Warn(span, $"{message}, by its place for development.").As(Severity.Medium)
            : placed.LocalBecause is { } why ? Warn(span, $"{message}, {keys} of local use: {why}.").As(Severity.Medium)
            : placed.Secret.IsEncrypted && !HasPassphrase(deployment)
                ? Warn(span, $"{message}, which a passphrase protects that does not stand beside it.").As(Severity.Medium)
            : placed.IsForgotten ? Warn(span, $"{message}; nothing here names the file, so it may open nothing.").As(Severity.High)
            : placed.IsCertified ? Fail(span, $"{message}, whose certificate holds.")
            // A token names its issuer; of ten such keys two were fixtures, or everybody's.
            : Warn(span, $"{message}, in the form by which it is recognised; the repository does not say what it opens.");
    }

    /// <summary>A service of the repository's own whose name has a dot, or its fixed address: <c>mssql.crm</c>, <c>ipv4_address: 172.30.0.11</c>.</summary>
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
            IsForDevelopment(placed.File.File.Path) ? Warn(span, $"{message}, though for development.").As(Severity.Medium)
            : placed.Secret.IsOfSandbox
                ? Warn(span, $"{message}, though of a sandbox or a server on the same machine, by the address beside it.")
                    .As(Severity.Medium)
            : placed.File.IsCode ? Warn(span, $"{message}.").As(Severity.High)
            : IsUnread(placed, deployment) ? Warn(span, $"{message}, though nothing reads what is given here.").As(Severity.High)
            // Of 240 such values in the settings of programs, people refuted 5.
            : IsOfSettings(placed) ? Fail(span, $"{message}.").As(Severity.High)
            : Warn(span, $"{message}.").As(Severity.High);
        // Neither the name nor the looks prove it: samples, hashes and public keys look the same.
        return verdict.As(Certainty.Likely);
    }

    /// <summary>A key with which a program of the JVM or .NET signs, or a password, in the settings that it loads wherever it is deployed.</summary>
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

    /// <summary>The line gives it to workloads, and the code of none reads the variable.</summary>
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
