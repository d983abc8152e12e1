using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Calls by TLS of programs in Go, against the certificates in their images.</summary>
/// <remarks>
/// Sources: Go, package crypto/x509, "SystemCertPool" (where it looks on Linux); Docker Hub: scratch, busybox, debian, ubuntu (none); alpine (ca-certificates-bundle);
/// distroless, "base" and "static" (ca-certificates).
/// </remarks>
internal static class CertificateNeeds
{
    // Whatever installs or copies one of these brings them along, or has its own.
    private static readonly string[] Bringers =
    [
        "certificates",
        "/etc/ssl",
        "certs",
        ".pem",
        ".crt",
        "SSL_CERT",
        "curl",
        "wget",
        "git",
        "openssl",
    ];

    private static readonly string[] OwnPools =
    [
        "golang.org/x/crypto/x509roots",
        "github.com/breml/rootcerts",
        "github.com/certifi/gocertifi",
    ];

    // Clients of services that answer by TLS alone.
    private static readonly Dictionary<string, string> Clients = new(StringComparer.Ordinal)
    {
        ["github.com/stripe/stripe-go"] = "Stripe",
        ["github.com/sendgrid/sendgrid-go"] = "SendGrid",
        ["github.com/slack-go/slack"] = "Slack",
        ["github.com/bwmarrin/discordgo"] = "Discord",
        ["github.com/go-telegram-bot-api/telegram-bot-api"] = "Telegram",
        ["gopkg.in/telebot.v3"] = "Telegram",
        ["github.com/sashabaranov/go-openai"] = "OpenAI",
        ["firebase.google.com/go"] = "Firebase",
        ["google.golang.org/api"] = "Google",
        ["github.com/twilio/twilio-go"] = "Twilio",
        ["github.com/google/go-github"] = "GitHub",
    };

    public static IReadOnlyList<CertificateNeed> Link(Deployment deployment) =>
        [
            .. deployment
                .Images.Where(image => IsBare(image.Final) && image.Final.Declared.BaseStage is null)
                .DistinctBy(image => new { image.Dockerfile, image.Final.Declared })
                .Select(image => Of(image, deployment))
                .OfType<CertificateNeed>(),
        ];

    private static CertificateNeed? Of(Image image, Deployment deployment)
    {
        var code = image
            .Components.SelectMany(component => component.Code)
            .Where(file => file is { Language: Language.Go, IsTest: false, BuildConstraint: null })
            .ToList();
        var imports = code.SelectMany(file => file.Imports).ToList();
        if (imports.Exists(import => Array.Exists(OwnPools, pool => import.Module.StartsWith(pool, StringComparison.Ordinal))))
        {
            return null;
        }

        var witness =
            code.SelectMany(file => file.Calls).Select(Witness).FirstOrDefault(found => found is not null)
            ?? imports.Select(Witness).FirstOrDefault(found => found is not null);
        return witness is not { } call
            ? null
            : new CertificateNeed(image, call.Span, call.Value)
            {
                IsMissing = !image.Mentions(image.Final, Bringers),
                UnknownBecause = deployment.Workloads.Any(workload =>
                    workload.Image == image && workload.Mounts.Any(mount => IsOfCertificates(mount.Path))
                )
                    ? "they may be mounted"
                    : ImagePrograms.WhyMore(image, image.Final),
            };
    }

    private static bool IsBare(ImageStage stage) =>
        stage.Base.Text is "scratch"
        || stage.PublicBase is { Role: ImageRole.System, System: BaseSystem.Busybox or BaseSystem.Debian or BaseSystem.Ubuntu };

    private static bool IsOfCertificates(string path) =>
        path.Contains("ssl", StringComparison.Ordinal) || path.Contains("cert", StringComparison.Ordinal);

    private static Fact<string>? Witness(HttpCall call) =>
        call.Url.Head is { } text && text.StartsWith("https://", StringComparison.Ordinal) && text.Length > "https://".Length
            ? new Fact<string>(text["https://".Length..].Split('/', '?', ':')[0], call.Span)
            : null;

    private static Fact<string>? Witness(CodeImport import) =>
        Clients.FirstOrDefault(client =>
            import.Module == client.Key || import.Module.StartsWith(client.Key + "/", StringComparison.Ordinal)
        )
            is { Value: { } name }
            ? new Fact<string>(name, import.Span)
            : null;
}
