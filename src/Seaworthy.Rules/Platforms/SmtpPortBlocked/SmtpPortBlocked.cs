using Seaworthy.Model;

namespace Seaworthy.Rules.Platforms;

/// <summary>A program sends mail through a port to which its platform lets no free service connect.</summary>
/// <remarks>Source: Render documentation, "Deploy for Free", "Other limitations": no outbound traffic to ports 25, 465 and 587.</remarks>
internal sealed class SmtpPortBlocked : Rule<FreeMailer>
{
    private static readonly string[] Blocked = ["25", "465", "587"];

    // Providers that nodemailer knows by name, and reaches on 465 or 587.
    private static readonly string[] Providers =
    [
        "gmail",
        "outlook365",
        "hotmail",
        "outlook",
        "yahoo",
        "zoho",
        "icloud",
        "sendgrid",
        "mailgun",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/smtp-port-blocked",
            Title = "Blocked SMTP port",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The connection to the mail server times out, so no password reset, code or notification leaves the service.",
            Holds = "The service sends its mail through a port that the platform lets out.",
        };

    public override IEnumerable<FreeMailer> Subjects(Deployment deployment) => FreeMailer.Of(deployment);

    protected override Subject Identify(FreeMailer subject) => new(subject.Workload.Name, subject.Port.Span);

    protected override IEnumerable<Verdict> Check(FreeMailer subject, Deployment deployment)
    {
        var isPort = Blocked.Contains(subject.Port.Value);
        if (!isPort && !Providers.Contains(subject.Port.Value, StringComparer.OrdinalIgnoreCase))
        {
            yield break;
        }

        yield return Warn(
                subject.Port.Span,
                $"{subject.Workload} sends mail {(isPort ? $"to port {subject.Port.Value}" : $"through {subject.Port.Value}")}, but its plan is `free`: Render blocks SMTP ports for free services."
            )
            .Related(subject.Plan.Span, "the plan")
            .Remedy(
                $"Send the mail over the HTTPS API of a provider, or through port 2525 in {subject.Port.Span}, or change {subject.Plan.Span} to a paid plan."
            )
            .VerifyOneGone();
    }
}
