using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>A registration for strangers stores the role that they send.</summary>
/// <remarks>Sources: OWASP API Security Top 10 (2023), API3 "Broken Object Property Level Authorization"; CWE-915.</remarks>
internal sealed class RoleChosenAtSignUp : Rule<RoleChosenAtSignUp.SignUp>
{
    private const int MostPlaces = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/role-chosen-at-sign-up",
            Title = "Role chosen at registration",
            Area = Area.Security,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "A stranger becomes an administrator with one request.",
            Holds = "The program sets the role of a new account itself.",
        };

    public override IEnumerable<SignUp> Subjects(Deployment deployment) =>
        from component in deployment.Components
        let routes = Places(component, FrameworkSetting.OpenSignUp)
        where routes.Count > 0
        select new SignUp(component, routes, Places(component, FrameworkSetting.RoleFromRequest));

    protected override Subject Identify(SignUp subject) => new(subject.Component.Title, subject.Routes[0]);

    protected override IEnumerable<Verdict> Check(SignUp subject, Deployment deployment)
    {
        var hasAdministrators = subject.Component.Code.Any(file => !file.IsTest && file.IsOfAdministrators());
        if (subject.Roles is not [var place, ..] || !hasAdministrators)
        {
            yield break;
        }

        var route = subject.Routes.FirstOrDefault(route => route.File == place.File) ?? subject.Routes[0];
        yield return Warn(
                place,
                $"The registration of {subject.Component.Title} stores the role that the caller sends, and nothing refuses administrators."
            )
            .As(IsInProduction(subject.Component, deployment) ? Severity.Critical : Severity.High)
            .Related(route, "open to everyone")
            .Related(subject.Roles.Skip(1).Take(MostPlaces))
            .Remedy(
                $"Delete the role from what {PlaceList.Of(subject.Roles)} takes from the request and store a constant one. Change roles by a route for administrators, and look for accounts that gave themselves one."
            )
            .VerifyGone();
    }

    /// <summary>The repository deploys to production, or a server of the program is for more than development.</summary>
    private static bool IsInProduction(Component component, Deployment deployment) =>
        deployment.Targets.Any(target => target.Environment == TargetEnvironment.Production)
        || Servers
            .Of(deployment, component)
            .Any(server => server.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test));

    private static List<SourceSpan> Places(Component component, string name) =>
        [
            .. component
                .Code.Where(file => !file.IsTest)
                .SelectMany(file => file.Settings)
                .Where(setting => setting.Name == name)
                .Select(setting => setting.Span),
        ];

    /// <summary>A program with open routes for new accounts, and where it takes roles from requests.</summary>
    internal sealed record SignUp(Component Component, List<SourceSpan> Routes, List<SourceSpan> Roles);
}
