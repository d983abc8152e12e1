using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>A program writes a secret of its environment, or of a user, to its log.</summary>
internal sealed class SecretLogged : Rule<Component>
{
    private const int MostPlaces = 8;
    private const int MostNames = 5;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/secret-logged",
            Title = "Logged secret",
            Area = Area.Secrets,
            Severity = Severity.High,
            Rationale = "Logs are collected, kept for months, and read by more people and services than the secret was meant for.",
            Holds = "No secret is written to the log.",
        };

    public override IEnumerable<Component> Subjects(Deployment deployment)
    {
        var writers = deployment.All<LoggedSecret>().Select(secret => secret.Component.Root).ToHashSet(StringComparer.Ordinal);
        return deployment.Components.Where(component =>
            writers.Contains(component.Root) || component.Reads(name => SecretNames.IsSecret(name))
        );
    }

    protected override Subject Identify(Component subject) => new(subject.Name, subject.DeclaredIn.Whole);

    protected override IEnumerable<Verdict> Check(Component subject, Deployment deployment) =>
        deployment
            .All<LoggedSecret>()
            .Where(secret => secret.Component.Root == subject.Root)
            .GroupBy(secret => new
            {
                IsSide = IsSide(secret),
                IsAddress = secret.IsAddress && !IsSide(secret),
                secret.IsOfUser,
            })
            .OrderBy(same => same.Key.IsSide ? 1 : 0)
            .ThenBy(same => same.Key.IsAddress ? 1 : 0)
            .ThenBy(same => same.Key.IsOfUser ? 1 : 0)
            .Select(same => Of([.. same.OrderBy(secret => secret.IsOftenOpen || secret.IsHash ? 1 : 0)]));

    private static bool IsSide(LoggedSecret secret) => !secret.IsOfProgram || secret.IsForDevelopment;

    private static Severity SeverityOf(LoggedSecret secret) =>
        IsSide(secret) ? Severity.Low
        : secret.IsHash ? Severity.Medium
        : !secret.IsAddress ? Severity.High
        : secret.IsOftenOpen ? Severity.Low
        : Severity.Medium;

    private Verdict Of(IReadOnlyList<LoggedSecret> secrets)
    {
        var first = secrets[0];
        var names = NameList.Of([.. secrets.Select(Name).Distinct(StringComparer.Ordinal)], MostNames);
        var more =
            secrets.All(secret => secret.IsAddress) ? ", including any password"
            : first.IsOfUser ? ", which lets its reader in as the user"
            : "";
        return Warn(first.Span, $"{Writer(first)} {names} to its log{more}.")
            .As(SeverityOf(first))
            .Related(secrets.Skip(1).Take(MostPlaces).Select(secret => secret.Span))
            .Remedy(
                first.IsOfUser
                    ? $"In {first.Span}, log only that it was made or sent; if such logs were kept, delete them."
                    : $"In {first.Span}, log only whether it is set{(first.IsAddress ? ", or the host" : "")}; if such logs were kept, change the {(first.IsAddress ? "password" : "secret")}."
            )
            .VerifyAllGone();
    }

    private static string Writer(LoggedSecret secret) =>
        !secret.IsOfProgram ? $"Unused source of {secret.Component.Title} writes"
        : secret.IsForDevelopment ? $"In development or debugging, {secret.Component.Title} writes"
        : $"{secret.Component.Title} writes";

    private static string Name(LoggedSecret secret) =>
        secret.Name is not { } name ? "its whole environment"
        : secret.IsOfUser ? $"`{name}`"
        : name;
}
