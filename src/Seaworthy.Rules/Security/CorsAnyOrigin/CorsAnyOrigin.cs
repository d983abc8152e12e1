using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>A deployed API lets the pages of any website call it.</summary>
internal sealed class CorsAnyOrigin : Rule<OpenCors>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/cors-any-origin",
            Title = "CORS open to every origin",
            Area = Area.Security,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "Any website that a user visits can send requests to the API from the user's browser, and read the answers.",
            Holds = "The API names the origins that may call it.",
        };

    public override IEnumerable<OpenCors> Subjects(Deployment deployment) => OpenCorsFinder.Of(deployment);

    protected override Subject Identify(OpenCors subject) => new(subject.Component.Name, subject.Origin);

    protected override IEnumerable<Verdict> Check(OpenCors subject, Deployment deployment)
    {
        if (subject.Treatment == CorsTreatment.Names)
        {
            yield break;
        }

        var name = subject.Component.Title;
        var unless = subject.UnsetVariable is { } variable ? $" unless {variable} is set, which nothing sets" : "";
        var isTrial = subject.Workload.Environment is TargetEnvironment.Development or TargetEnvironment.Test;
        var verdict = subject switch
        {
            { Treatment: CorsTreatment.Throws } => Fail(
                    subject.Origin,
                    $"{name} allows any origin together with credentials in one CORS policy, which ASP.NET Core refuses: the first request throws."
                )
                .As(Severity.High),
            { Credentials: not null, Treatment: CorsTreatment.AnswersStar } => Warn(
                    subject.Origin,
                    $"{name} answers `*` to every origin{unless}, and browsers refuse that for the requests with credentials that it allows."
                )
                .As(Severity.Medium),
            { Credentials: not null, HasCookiesForOtherSites: true } => Warn(
                    subject.Origin,
                    $"{name} allows every origin with credentials{unless}: any website can call it with the session of its visitor."
                )
                .As(Severity.High),
            _ when !AskingComponent.Asks(subject.Component) => Warn(
                    subject.Origin,
                    $"{name} allows every origin{unless} and asks nobody who calls: any website can call it from the network of its visitor."
                )
                .As(Severity.Medium),
            _ => Warn(subject.Origin, $"{name} allows every origin{unless}: the page of any website can call it.").As(Severity.Low),
        };
        yield return (isTrial && subject.Treatment != CorsTreatment.Throws ? verdict.As(Severity.Low) : verdict)
            .Related(subject.Credentials == subject.Origin ? null : subject.Credentials, "credentials are allowed here")
            .Remedy(
                subject.UnsetVariable is { } missing
                    ? $"Set {missing} for {subject.Workload} to the address of the front end, and refuse to start without it."
                    : $"Name the addresses of the front end in {subject.Origin}."
            )
            .VerifyGone();
    }
}
