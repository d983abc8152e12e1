using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>A Compose file sets a secret to a committed literal or default.</summary>
internal sealed class DefaultSecretInTarget : Rule<ComposeFile>
{
    private const int MostPlaces = 10;
    private const int MostMounted = 3;

    private const string RailsDatabase = "config/database.yml";

    private static readonly string[] RailsStores = ["POSTGRES_", "MYSQL_", "MARIADB_"];

    private static readonly string[] Settings = [".conf", ".cfg", ".cnf", ".ini", ".properties", ".toml"];

    private static readonly PerDeployment<ILookup<SourceFile, PathUse>> BindSources = new(deployment =>
        deployment.Paths.Where(use => use.Role == PathRole.BindSource).ToLookup(use => use.Span.File)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/default-secret-in-target",
            Title = "Hard-coded secret in Compose file",
            Area = Area.Secrets,
            Severity = Severity.Medium,
            Rationale = "Everyone with read access knows the secret, and it is in use wherever no other is set.",
            Holds = "The Compose file has no values for secrets.",
        };

    public override IEnumerable<ComposeFile> Subjects(Deployment deployment)
    {
        // Not judged: files for development and tests.
        var serious = deployment
            .Targets.Where(target =>
                target is { Kind: TargetKind.Compose, Environment: not (TargetEnvironment.Development or TargetEnvironment.Test) }
            )
            .SelectMany(target => target.Files)
            .ToHashSet();
        return deployment
            .Of<ComposeFile>()
            .Where(file => serious.Contains(file.File) && !file.IsLegacy && !SecretText.IsSample(file.File.Name) && Secrets(file).Any());
    }

    protected override Subject Identify(ComposeFile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(ComposeFile subject, Deployment deployment)
    {
        var given = Secrets(subject).Where(secret => SecretText.IsUsed(secret.Name, Value(secret.Value))).ToList();
        if (given is not [var (name, template, span), ..])
        {
            yield break;
        }

        List<string> names = [.. given.Select(secret => secret.Name).Distinct(StringComparer.Ordinal)];
        var list = NameList.Of(names, 8);
        yield return Warn(
                span,
                given.TrueForAll(secret => secret.Value.Literal is not null)
                    ? $"{list} {(names.Count == 1 ? "is" : "are")} hard-coded in {subject.File.Path}."
                    : $"{list} {(names.Count == 1 ? "falls" : "fall")} back to {(names.Count == 1 ? "a value" : "values")} committed in {subject.File.Path}."
            )
            .As(
                names.Exists(SecretNames.IsSigningKey) ? Severity.High
                : given.TrueForAll(secret => SecretNames.IsWeak(Value(secret.Value) ?? "")) ? Severity.Low
                : Severity.Medium
            )
            .Related(given.Skip(1).Take(MostPlaces).Select(secret => secret.Span))
            .Remedy(
                $"Write `${{{Variable(template) ?? name}:?}}` in {span}, so that Compose stops if it is not set{Besides(given, deployment)}{Others(given)}. Other users of it, such as a settings file or an existing data volume, need the new value as well.{CommittedEnvFile.Of(subject, given.Select(secret => Variable(secret.Value) ?? secret.Name), deployment)}{Mounted(subject, deployment)}{OfRails(subject, names, deployment)}"
            )
            .Verify(TreeCheck.Gone(given.Select(secret => secret.Span)));
    }

    /// <summary>The other places with the same value (an address, a health check, another service), which must change as well.</summary>
    private static string Besides(List<GivenSecret> given, Deployment deployment)
    {
        var (name, template, span) = given[0];
        List<string> secrets = [.. given.Select(secret => Value(secret.Value) ?? "").Distinct(StringComparer.Ordinal)];
        SecretsInLine repeated = new(secrets);
        var alike = given
            .Where(other => other.Name == name && Value(other.Value) == Value(template))
            .Select(other => other.Span.StartLine)
            .ToHashSet();
        var others = given.Where(other => other.Name != name).Select(other => other.Span.StartLine).ToHashSet();
        List<string> places =
        [
            .. Enumerable
                .Range(1, span.File.Lines.Count)
                .Where(line => line != span.StartLine && !others.Contains(line))
                .Where(line => alike.Contains(line) || repeated.RepeatAny(span.File, line))
                .Select(line => $"{span.File.Path}:{line}"),
            .. Addresses(
                span.File,
                repeated,
                given.Select(secret => Variable(secret.Value) ?? secret.Name).ToHashSet(StringComparer.Ordinal),
                deployment
            ),
        ];
        var isOne = places.Count == 1;
        var value =
            others.Count == 0
                ? "the same value and must change too"
                // With two equal values it is unknown which secret an address is for.
                : $"{(secrets.Count == 1 ? "the value" : "one of the values")} too and must change to the new one of the secret that {(isOne ? "it uses" : "they use")}";
        return places.Count == 0 ? "" : $"; {NameList.Of(places, MostPlaces)} {(isOne ? "holds" : "hold")} {value}";
    }

    /// <summary>The other secrets, one of which may open the same store: <c>KC_DB_PASSWORD</c> beside <c>POSTGRES_PASSWORD</c>.</summary>
    private static string Others(List<GivenSecret> given)
    {
        var (name, template, _) = given[0];
        var others = given.FindAll(other => other.Name != name);
        List<string> places = [.. others.Select(other => $"{other.Name} in {other.Span}").Distinct(StringComparer.Ordinal)];
        // Two names with one value are often the two sides of one login.
        var alike = others
            .Where(other => Value(other.Value) == Value(template))
            .Select(other => other.Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var note =
            alike.Count == 0
                ? ""
                : $" ({NameList.Of(alike, MostPlaces)} {(alike.Count == 1 ? "has" : "have")} the value of {name}: if both open the same store, use one variable for both)";
        return places.Count == 0 ? "" : $". Do the same for {NameList.Of(places, MostPlaces)}, each with its own variable{note}";
    }

    /// <summary>Programs and scripts beside the Compose file that log in with the value: <c>postgres:postgres@localhost</c>, <c>password = "postgres"</c>.</summary>
    private static IEnumerable<string> Addresses(
        SourceFile compose,
        SecretsInLine secrets,
        IReadOnlyCollection<string> names,
        Deployment deployment
    )
    {
        return FilesBelow
            .Of(deployment)
            .In(compose.Directory)
            .Where(file => file.Path != compose.Path && deployment.At<Document>(file.Path) is null)
            .Where(secrets.AnyIn)
            .Where(file => !FilePurposes.Has(file.Path, FilePurpose.Test))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .SelectMany(file => secrets.SignInsIn(file, deployment.At<CodeFile>(file.Path), names).Select(line => $"{file.Path}:{line}"));
    }

    /// <summary>Configuration in other formats that the file mounts into its services, which may have the value as well.</summary>
    private static string Mounted(ComposeFile subject, Deployment deployment)
    {
        List<string> unread =
        [
            .. BindSources
                .Of(deployment)[subject.File]
                .SelectMany(use => Brought(use.Answer.Looked, deployment.Tree))
                .Where(path =>
                    Array.Exists(Settings, ending => path.EndsWith(ending, StringComparison.Ordinal))
                    && !FilesBelow.Of(deployment).Holds(path)
                )
                .Distinct(StringComparer.Ordinal),
        ];
        return unread.Count == 0 ? "" : $" Check {NameList.Of(unread, MostMounted)}, which {subject.File.Name} mounts.";
    }

    /// <summary>Where Rails has its database password, usually for development and tests.</summary>
    private static string OfRails(ComposeFile subject, List<string> names, Deployment deployment)
    {
        var directory = subject.File.Directory;
        var settings = directory.Length == 0 ? RailsDatabase : $"{directory}/{RailsDatabase}";
        return
            deployment.Tree.HasFile(settings)
            && names.Exists(name => Array.Exists(RailsStores, store => name.StartsWith(store, StringComparison.Ordinal)))
            ? $" Check {settings}, which Rails uses."
            : "";
    }

    private static IEnumerable<string> Brought(string mounted, RepositoryTree tree) =>
        mounted.Length == 0 ? []
        : tree.Find(mounted) is { } file ? [file.Path]
        : tree.FilesUnder(mounted.TrimEnd('/')).Select(below => below.Path);

    private static IEnumerable<GivenSecret> Secrets(ComposeFile file) =>
        file
            .Services.SelectMany(service => service.Environment)
            .Where(variable => variable.Value is not null && SecretNames.IsSecret(variable.Name.Value))
            .Select(variable => new GivenSecret(variable.Name.Value, variable.Value ?? Template.Of("", variable.Span), variable.Span));

    /// <summary>The value if nothing is set; null if something must be.</summary>
    private static string? Value(Template template) =>
        template.Literal is { } literal ? literal
        : template.Parts is [{ HasDefault: true, Word: { } word }] ? Value(word)
        : null;

    private static string? Variable(Template template) => template.Parts is [{ Variable: { } name }] ? name : null;

    /// <summary>A variable named like a secret, and its value.</summary>
    private sealed record GivenSecret(string Name, Template Value, SourceSpan Span);
}
