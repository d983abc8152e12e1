using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A program signs URLs of an object store for browsers with the name that only containers resolve.</summary>
/// <remarks>
/// Sources: AWS, "Signature Version 4" (the host is part of what is signed, so it cannot be changed afterwards); the functions: AWS SDKs for JavaScript, Python, Java, Go, Rust, PHP and .NET,
/// and MinIO's SDKs, "Presigned Operations"; Laravel, "File Storage", "Temporary URLs".
/// </remarks>
internal sealed class PresignedUrlUnreachable : Rule<EndpointUse>
{
    private static readonly string[] Functions =
    [
        "getSignedUrl(",
        "createPresignedPost(",
        "presignedGetObject(",
        "presignedPutObject(",
        "presignedPostPolicy(",
        "generate_presigned_url(",
        "generate_presigned_post(",
        "presigned_get_object(",
        "presigned_put_object(",
        "get_presigned_url(",
        "PresignGetObject(",
        "PresignPutObject(",
        "PresignedGetObject(",
        "PresignedPutObject(",
        "PresignedGetObjectAsync(",
        "PresignedPutObjectAsync(",
        "GetPreSignedURL(",
        "getPresignedObjectUrl(",
        "S3Presigner",
        "generatePresignedUrl(",
        "PresigningConfig::",
        "createPresignedRequest(",
        "temporaryUrl(",
        "temporaryUploadUrl(",
    ];

    // What source says of an address for browsers: publicUrl, EXTERNAL_ENDPOINT, public-host. Java and PHP write `public` everywhere.
    private static readonly string[] Otherwise =
    [
        .. from who in new[] { "public", "external", "browser", "client" }
        from separator in new[] { "", "_", "-" }
        from what in new[] { "endpoint", "url", "host", "base", "domain" }
        select who + separator + what,
    ];

    private static readonly string[] Public = ["PUBLIC", "EXTERNAL", "BROWSER"];

    // What the name of a variable for a store mentions.
    private static readonly string[] Stores = ["S3", "MINIO", "STORAGE", "BUCKET", "ENDPOINT", "FILE", "MEDIA", "ASSET", "UPLOAD", "SIGN"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/presigned-url-unreachable",
            Title = "Presigned URL with container host",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "A browser cannot resolve the name, and another host invalidates the signature, so uploads and downloads fail.",
            Holds = "The program signs no URLs with that address, or has another one for browsers.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment
            .Endpoints.Where(use =>
                use
                    is {
                        Origin: EndpointOrigin.EnvironmentVariable,
                        Answer: HostAnswer.Workload,
                        Caller: not null,
                        Path: null or "/" or ""
                    }
                && use.Callee?.Public is { Role: ImageRole.ObjectStore }
                && Signing(use).Any()
            )
            .DistinctBy(use => new { use.Span, use.Caller?.Name });

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        var signing = Signing(subject).ToList();
        var given = subject.Caller?.Supplied ?? [];
        if (
            signing.TrueForAll(file => Otherwise.Any(word => file.File.Mentions(word, StringComparison.OrdinalIgnoreCase)))
            || given.Any(variable => IsPublic(variable.Name))
        )
        {
            yield break;
        }

        var place =
            signing.Find(file => !Otherwise.Any(word => file.File.Mentions(word, StringComparison.OrdinalIgnoreCase))) ?? signing[0];
        var message =
            $"{place.File.Path} signs URLs for `{subject.Host}{(subject.Port is { } port ? $":{port}" : "")}`, which only containers of {subject.Caller?.TargetName} resolve.";
        var hasPages = deployment.Components.Any(component => component.IsStaticSite || IsPage(component));
        yield return (
            hasPages && subject.Caller?.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
                ? Fail(subject.Span, message)
                : Warn(subject.Span, message).As(Severity.Medium)
        )
            .Related(place.File.Whole, "signs URLs")
            .Related(subject.Callee?.Span, "this is the host")
            .Remedy(
                $"Give {subject.Subject} a second address that browsers reach (for example `S3_PUBLIC_ENDPOINT`) in {subject.Span}, and sign with a client for that address in {place.File.Path}."
            )
            .VerifyGoneOr($"git grep -niE '(public|external|browser|client)[_-]?(endpoint|url|host|base|domain)' -- {place.File.Path}");
    }

    private static IEnumerable<CodeFile> Signing(EndpointUse use) =>
        (use.Caller?.Components ?? [])
            .SelectMany(component => component.Code)
            .Where(file => !file.IsTest && Array.Exists(Functions, file.File.Mentions));

    private static bool IsPage(Component component) =>
        component.Frameworks.Contains("next") || component.Frameworks.Contains("nuxt") || component.Frameworks.Contains("@sveltejs/kit");

    private static bool IsPublic(string variable) =>
        Array.Exists(Public, word => variable.Contains(word, StringComparison.OrdinalIgnoreCase))
        && Array.Exists(Stores, word => variable.Contains(word, StringComparison.OrdinalIgnoreCase));
}
