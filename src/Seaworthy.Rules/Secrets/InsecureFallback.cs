using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>When a secret is not set, the code goes on with one that stands in the source.</summary>
internal sealed class InsecureFallback : Rule<IReadOnlyList<SecretDefault>>
{
    private const int MostPlaces = 10;
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/insecure-fallback",
            Title = "Secret with a default that everybody can read",
            Area = Area.Secrets,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A deployment that forgets the variable starts without complaint, and whoever reads the source knows the secret that it uses then.",
            Holds = "No secret has a default in the source.",
        };

    public override IEnumerable<IReadOnlyList<SecretDefault>> Subjects(Deployment deployment) =>
        deployment.All<SecretDefault>().GroupBy(secret => secret.Component.Root).Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<SecretDefault> subject) => new(subject[0].Component.Title, subject[0].Reads[0].Span);

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
        // A key for somebody else's door that asks for another opens none.
        var weak = given
            .Where(secret => !SecretNames.IsSigningKey(secret.Name) && secret.Guard is null && !secret.Literals.All(AsksForAnother))
            .ToList();
        if (certain.Count > 0)
        {
            var workload = users.Find(user => user is not null);
            yield return Mend(
                Fail(certain[0].Literals[0].Span, $"{Message(certain)}, and {workload?.Name} in {workload?.TargetName} is given none."),
                certain
            );
        }

        if (latent.Count > 0)
        {
            yield return Mend(Warn(latent[0].Literals[0].Span, $"{Message(latent)}."), latent);
        }

        if (guarded.Count > 0)
        {
            yield return Mend(
                Unknown(guarded[0].Literals[0].Span, $"{Message(guarded)}; other code deals with the case, and may or may not come first."),
                guarded
            );
        }

        if (unused.Count > 0)
        {
            yield return Mend(
                Unknown(unused[0].Literals[0].Span, $"{Message(unused)}; nothing in the code was seen to take the value."),
                unused
            );
        }

        foreach (var verdict in OfOtherDoors(weak, deployment))
        {
            yield return verdict;
        }
    }

    /// <summary>Passwords and keys that this program hands over elsewhere: whoever is asked for them decides whether they open anything.</summary>
    private IEnumerable<Verdict> OfOtherDoors(List<SecretDefault> weak, Deployment deployment)
    {
        var elsewhere = weak.Where(secret => secret.Reads.Any(read => read.Default is null)).ToList();
        if (elsewhere.Count > 0)
        {
            yield return Mend(
                Unknown(elsewhere[0].Literals[0].Span, $"{Message(elsewhere)}; other code reads the same without a default."),
                elsewhere
            );
        }

        weak = [.. weak.Except(elsewhere)];
        var opening = weak.Where(secret => Opens(secret, deployment)).ToList();
        if (opening.Count > 0)
        {
            yield return Mend(
                Warn(opening[0].Literals[0].Span, $"{Message(opening)}, and a service of the repository is opened by it.").As(Severity.Low),
                opening
            );
        }

        if (weak.Except(opening).ToList() is [var first, ..] others)
        {
            yield return Mend(
                Unknown(first.Literals[0].Span, $"{Message(others)}; whether that opens anything, a service decides that is not here."),
                others
            );
        }
    }

    /// <summary>
    /// A workload, for neither development nor tests, in which the literal comes to bear: nothing gives it the variable, and no template tells anybody to. Where another workload of the same
    /// code and target is given it, that one is what signs.
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

    /// <summary>A service that the repository runs itself, a database most often, is given the same literal.</summary>
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

    /// <summary><c>JWT_SECRET_FILE</c>, <c>JWT_SECRET__FILE</c>: the secret comes in a file.</summary>
    private static bool IsGivenAsFile(Workload workload, string name) =>
        workload.Supplied.Any(variable =>
            variable.Name.StartsWith(name, StringComparison.Ordinal) && variable.Name[name.Length..] is "_FILE" or "__FILE"
        );

    /// <summary>Migrations and their like sign nothing.</summary>
    private static bool RunsOnce(Workload workload) =>
        workload.IsOneShot || workload.Name.Contains("migrat", StringComparison.OrdinalIgnoreCase);

    private static bool IsForTrying(Workload workload) =>
        workload.Environment is TargetEnvironment.Test or TargetEnvironment.Development
        || FilePurposes.Has(workload.Span.File.Path, FilePurpose.Test)
        || SidePlace.IsNamedForTests(workload.Span.File);

    /// <summary>The settings themselves stop at the literal: what reads them never sees it.</summary>
    private static bool Refuses(SourceSpan guard, SecretDefault secret) =>
        secret.Literals.Any(read => read.Span.File == guard.File) && LiteralRefusal.IsIn(guard, secret.Name);

    private static bool AsksForAnother(EnvironmentRead read) =>
        read.Default is CodeValue.Literal { Text: var value }
        && (
            // It says itself that it opens nothing.
            value.StartsWith("stub", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("dummy", StringComparison.OrdinalIgnoreCase)
            || SecretNames.AsksForAnother(value)
            || value.Contains('<', StringComparison.Ordinal)
        );

    private static string Message(List<SecretDefault> secrets)
    {
        var said = $"{secrets[0].Component.Title} goes on with a literal of its source when";
        if (secrets is [{ Different: 1 } only] && InChain(only) is [_, _, ..] chain)
        {
            return chain is [var first, var second]
                ? $"{said} neither {first} nor {second} is set"
                : $"{said} none of {string.Join(", ", chain)} is set";
        }

        var names = NameList.Of(
            [.. secrets.Select(secret => secret.Different > 1 ? $"{secret.Name} ({secret.Different} different ones)" : secret.Name)],
            8
        );
        return $"{said} {names} {(secrets.Count == 1 ? "is" : "are")} not set";
    }

    /// <summary>The variables that are asked before the literal comes to bear: <c>JWT_SECRET || APP_KEY || "literal"</c>.</summary>
    private static List<string> InChain(SecretDefault secret) =>
        [.. Asked(secret.Literals[0].Default).Prepend(secret.Name).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Asked(CodeValue? value) =>
        value switch
        {
            CodeValue.Environment inner => Asked(inner.Default).Prepend(inner.Name),
            CodeValue.Choice { IsConditional: false } choice => choice.Options.SelectMany(Asked),
            _ => [],
        };

    private static Verdict Mend(Verdict verdict, List<SecretDefault> secrets) =>
        verdict
            .Related(secrets.SelectMany(secret => secret.Literals).Skip(1).Take(MostPlaces).Select(read => read.Span))
            .Related(secrets[0].Guard, "dealt with here")
            .Remedy(
                $"Give {string.Join(" or ", InChain(secrets[0]))} to everything that runs this code, then stop at start when {(InChain(secrets[0]).Count > 1 ? "none is" : "it is not")} set, instead of the default in {secrets[0].Literals[0].Span}."
            )
            .Verify(TreeCheck.Secret(secrets.SelectMany(secret => secret.Literals).Select(PlaceOfLiteral)));

    /// <summary>The literal itself, where it stands as it is.</summary>
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
