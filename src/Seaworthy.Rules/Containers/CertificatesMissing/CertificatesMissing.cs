using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>A Go program calls servers by TLS, and its image holds no certificates of authorities.</summary>
internal sealed class CertificatesMissing : Rule<CertificateNeed>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/certificates-missing",
            Title = "Missing CA certificates",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Go takes the certificates of authorities from the system: without them every call by TLS fails with `x509: certificate signed by unknown authority`.",
            Holds = "The image holds the certificates of authorities.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<CertificateNeed>(CertificateNeeds.Link)];

    public override IEnumerable<CertificateNeed> Subjects(Deployment deployment) => deployment.All<CertificateNeed>();

    protected override Subject Identify(CertificateNeed subject) => new(subject.Image.Name, subject.Image.Final.Declared.Span);

    protected override IEnumerable<Verdict> Check(CertificateNeed subject, Deployment deployment)
    {
        if (!subject.IsMissing)
        {
            yield break;
        }

        var (place, dockerfile) = (subject.Image.Final.Declared.Base.Span, subject.Image.Dockerfile.File.Path);
        var system = subject.Image.Final.Base.Text ?? "";
        yield return subject.UnknownBecause is { } why
            ? Unknown(place, $"Unknown whether {dockerfile} has CA certificates for calls to {subject.Peer}: {why}.")
            : LikelyFail(
                    place,
                    $"The program calls {subject.Peer} by TLS, but `{system}` has no CA certificates and {dockerfile} brings none."
                )
                .Related(subject.Call, "called here")
                .Remedy(
                    system == "scratch" || subject.Image.Stages.Count > 1
                        ? $"Add `COPY --from={subject.Image.Stages[0].Declared.Name?.Value ?? "0"} /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/` after {place}; `golang:alpine` and Debian's `golang` images have the file."
                        : $"Install `ca-certificates` in {dockerfile}, after {place}."
                )
                .Verify($"git grep -n certificates -- {dockerfile}   # must find an instruction of the final stage");
    }
}
