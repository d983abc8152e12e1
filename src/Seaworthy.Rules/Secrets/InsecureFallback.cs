using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>If a secret is not set, the code falls back to a hard-coded one.</summary>
internal sealed class InsecureFallback : Rule<IReadOnlyList<SecretDefault>>
{
    private const int MostPlaces = 10;
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/insecure-fallback",
            Title = "Hard-coded secret fallback",
            Area = Area.Secrets,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A deployment that forgets the variable starts anyway, with a secret that everyone with access to the source knows.",
            Holds = "No secret has a hard-coded default.",
        };

    public override IEnumerable<IReadOnlyList<SecretDefault>> Subjects(Deployment deployment) =>
        deployment.All<SecretDefault>().GroupBy(secret => secret.Component.Root).Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<SecretDefault> subject) =>
        new(subject[0].Component.Title, subject[0].Reads[0].Span, subject[0].Name);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<SecretDefault> subject, Deployment deployment)
    {
        var given = subject.Where(secret => secret.Literals.Count > 0).ToList();
        var unused = given.Where(secret => secret.IsUnused).ToList();
        var signing = given.Where(secret => SecretNames.IsSigningKey(secret.Name) && !secret.IsUnused).ToList();
        var open = signing.Where(secret => secret.Guard is null).ToList();
        var users = open.ConvertAll(secret => WhoIsGivenNone(secret, deployment));
        var certain = open.Where((_, index) => users[index] is not null).ToList();
        var latent = open.Where((_, index) => users[index] is null).ToList();
        var guarded = signing.Where(secret => secret.Guard is { } guard && !Refuses(guard, secret)).ToList();
        // A placeholder for a third party's key opens nothing.
        var weak = given
            .Where(secret => !SecretNames.IsSigningKey(secret.Name) && secret.Guard is null && !secret.Literals.All(AsksForAnother))
            .ToList();
        if (certain.Count > 0)
        {
            var workload = users.Find(user => user is not null);
            yield return WithRemedy(
                Fail(certain[0].Literals[0].Span, $"{Message(certain)}; {workload?.TargetName} sets none for {workload?.Name}."),
                certain
            );
        }

        if (latent.Count > 0)
        {
            yield return WithRemedy(
                Warn(latent[0].Literals[0].Span, $"{Message(latent)}.")
                    .As(latent.TrueForAll(secret => IsGivenEverywhere(secret, deployment)) ? Severity.Medium : Info.Severity),
                latent
            );
        }

        if (guarded.Count > 0)
        {
            yield return WithRemedy(
                Unknown(guarded[0].Literals[0].Span, $"{Message(guarded)}; unknown whether other code rejects it first."),
                guarded
            );
        }

        if (unused.Count > 0)
        {
            yield return WithRemedy(
                Unknown(unused[0].Literals[0].Span, $"{Message(unused)}; unknown whether any code uses the value."),
                unused
            );
        }

        foreach (var verdict in OfOtherDoors(weak, deployment))
        {
            yield return verdict;
        }
    }

    /// <summary>Passwords and keys for other services, which decide whether they open anything.</summary>
    private IEnumerable<Verdict> OfOtherDoors(List<SecretDefault> weak, Deployment deployment)
    {
        var elsewhere = weak.Where(secret => secret.Reads.Any(read => read.Default is null)).ToList();
        if (elsewhere.Count > 0)
        {
            yield return WithRemedy(
                Unknown(
                    elsewhere[0].Literals[0].Span,
                    $"{Message(elsewhere)}; unknown whether it is used: other code reads the variable without a default."
                ),
                elsewhere
            );
        }

        weak = [.. weak.Except(elsewhere)];
        var opening = weak.Where(secret => Opens(secret, deployment)).ToList();
        if (opening.Count > 0)
        {
            yield return WithRemedy(
                Warn(opening[0].Literals[0].Span, $"{Message(opening)}, which opens a service of the repository.").As(Severity.Low),
                opening
            );
        }

        if (weak.Except(opening).ToList() is [var first, ..] others)
        {
            yield return WithRemedy(
                Unknown(
                    first.Literals[0].Span,
                    $"{Message(others)}; unknown whether it opens anything: the service is not in the repository."
                ),
                others
            );
        }
    }

    /// <summary>
    /// A workload, for neither development nor tests, that uses the literal: nothing sets the variable, and no template names it. If another workload of the same
    /// code and target has it, that one signs.
    /// </summary>
    private static Workload? WhoIsGivenNone(SecretDefault secret, Deployment deployment) =>
        deployment
            .Variables.Where(variables => variables.Workload.Components.Any(component => component.Root == secret.Component.Root))
            .GroupBy(variables => variables.Workload.TargetName)
            .Where(target => !target.Any(variables => variables.Uses.Any(use => use.Name == secret.Name && use.Supply is not null)))
            .SelectMany(target => target)
            .Where(variables =>
                !IsForTrying(variables.Workload)
                && !IsGivenAsFile(variables.Workload, secret.Name)
                && deployment.StartupOf(variables.Workload)?.IsForDevelopment != true
                && !RunsOnce(variables.Workload)
                && variables.Uses.Any(use =>
                    use.Supply is null
                    && use.UndecidedBecause is null
                    && use.Name == secret.Name
                    && (use.IsLoaded || !variables.Uses.Any(other => other.IsLoaded))
                )
            )
            .Select(variables => variables.Workload)
            .FirstOrDefault();

    /// <summary>
    /// Every target that runs the code sets the variable, or makes a value for it: the literal is for the machine of a developer.
    /// Compose gives an empty text for a variable that nobody sets, which Python takes and JavaScript does not.
    /// </summary>
    private static bool IsGivenEverywhere(SecretDefault secret, Deployment deployment) =>
        deployment
            .Variables.Where(variables =>
                !IsForTrying(variables.Workload)
                && (variables.Workload.Kind is not TargetKind.Compose || TakesEmptyText(secret))
                && variables.Workload.Components.Any(component => component.Root == secret.Component.Root)
            )
            .ToList()
            is { Count: > 0 } targets
        && targets.TrueForAll(variables => variables.Workload.Supplied.Any(given => given.Name == secret.Name));

    private static bool TakesEmptyText(SecretDefault secret) =>
        secret.Literals.All(read => read.Span.File.Path.EndsWith(".py", StringComparison.Ordinal));

    /// <summary>A service of the repository, usually a database, has the same literal.</summary>
    private static bool Opens(SecretDefault secret, Deployment deployment) =>
        secret
            .Literals.Select(read => (read.Default as CodeValue.Literal)?.Text)
            .Any(literal =>
                literal is { Length: > 0 }
                && deployment.Workloads.Any(workload =>
                    workload.Image is null
                    && workload.Supplied.Any(variable => SecretNames.IsSecret(variable.Name) && variable.Value.Text == literal)
                )
            );

    /// <summary><c>JWT_SECRET_FILE</c>, <c>JWT_SECRET__FILE</c>: the secret is in a file.</summary>
    private static bool IsGivenAsFile(Workload workload, string name) =>
        workload.Supplied.Any(variable =>
            variable.Name.StartsWith(name, StringComparison.Ordinal) && variable.Name[name.Length..] is "_FILE" or "__FILE"
        );

    /// <summary>Migrations and similar tasks sign nothing.</summary>
    private static bool RunsOnce(Workload workload) =>
        workload.IsOneShot || workload.Name.Contains("migrat", StringComparison.OrdinalIgnoreCase);

    private static bool IsForTrying(Workload workload) =>
        workload.Environment is TargetEnvironment.Test or TargetEnvironment.Development
        || FilePurposes.Has(workload.Span.File.Path, FilePurpose.Test)
        || SidePlace.IsNamedForTests(workload.Span.File);

    /// <summary>The settings reject the literal, so no code uses it.</summary>
    private static bool Refuses(SourceSpan guard, SecretDefault secret) =>
        secret.Literals.Any(read => read.Span.File == guard.File) && LiteralRefusal.IsIn(guard, secret.Name);

    private static bool AsksForAnother(EnvironmentRead read) =>
        read.Default is CodeValue.Literal { Text: var value }
        && (
            // By its own words it opens nothing.
            value.StartsWith("stub", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("dummy", StringComparison.OrdinalIgnoreCase)
            || SecretNames.AsksForAnother(value)
            || value.Contains('<', StringComparison.Ordinal)
        );

    private static string Message(List<SecretDefault> secrets)
    {
        var place = secrets[0].Literals[0].Span;
        if (secrets is [{ Different: 1 } only] && InChain(only) is [_, _, ..] chain)
        {
            return chain is [var first, var second]
                ? $"{place} falls back to a hard-coded value if neither {first} nor {second} is set"
                : $"{place} falls back to a hard-coded value if none of {string.Join(", ", chain)} is set";
        }

        var names = NameList.Of(
            [.. secrets.Select(secret => secret.Different > 1 ? $"{secret.Name} ({secret.Different} different values)" : secret.Name)],
            8
        );
        return secrets.Count == 1
            ? $"{place} falls back to a hard-coded {names}"
            : $"{secrets[0].Component.Title} falls back to hard-coded values for {names}";
    }

    /// <summary>The variables that are read before the literal: <c>JWT_SECRET || APP_KEY || "literal"</c>.</summary>
    private static List<string> InChain(SecretDefault secret) =>
        [.. Asked(secret.Literals[0].Default).Prepend(secret.Name).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Asked(CodeValue? value) =>
        value switch
        {
            CodeValue.Environment inner => Asked(inner.Default).Prepend(inner.Name),
            CodeValue.Choice { IsConditional: false } choice => choice.Options.SelectMany(Asked),
            _ => [],
        };

    private static Verdict WithRemedy(Verdict verdict, List<SecretDefault> secrets) =>
        verdict
            .Related(secrets.SelectMany(secret => secret.Literals).Skip(1).Take(MostPlaces).Select(read => read.Span))
            .Related(secrets[0].Guard, "handled here")
            .Remedy(
                secrets is [var only]
                    ? $"Set {string.Join(" or ", InChain(only))} wherever this code runs, then remove the default in {Places(only)} and stop at start if {(InChain(only).Count > 1 ? "none is" : "it is not")} set."
                    : $"Set {NameList.Of([.. secrets.Select(secret => secret.Name)], MostPlaces)} wherever this code runs, then remove the defaults in {NameList.Of([.. secrets.Select(Places)], MostPlaces)} and stop at start if one is not set."
            )
            .Verify(TreeCheck.Secret(secrets.SelectMany(secret => secret.Literals).Select(PlaceOfLiteral)));

    private static string Places(SecretDefault secret) =>
        NameList.Of([.. secret.Literals.Select(read => $"{read.Span}").Distinct(StringComparer.Ordinal)], MostPlaces);

    /// <summary>The literal itself, where it is written out.</summary>
    private static SourceSpan PlaceOfLiteral(EnvironmentRead read) => (read.Default is { } value ? First(value) : null) ?? read.Span;

    private static SourceSpan? First(CodeValue value) =>
        value switch
        {
            CodeValue.Literal { Text.Length: > 0 } literal => literal.Span.PlaceOf(literal.Text),
            CodeValue.Environment { Default: { } inner } => First(inner),
            CodeValue.Choice choice => choice.Options.Select(First).FirstOrDefault(place => place is not null),
            _ => null,
        };
}
